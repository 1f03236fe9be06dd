#include "tools/characters/identification_desk.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/formats/file_opener.hpp"
#include "grammars/formats/table_reader.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/join.hpp"
#include "grammars/text/utf8.hpp"
#include "tools/characters/gaiji_source.hpp"

namespace daicho {

namespace {

GaijiCensus count_gaiji(const IdentifyOptions& options) {
    GaijiCensus census;
    for (const std::string& path : options.files) {
        const auto reader = open_table(path, options.read);
        Batch batch;
        while (reader->next(batch)) census.add(batch, path, reader->header(), {});
    }
    return census;
}

/// The rows that a table has already.
void read_rows(const IdentifyOptions& options, IdentificationDesk& desk) {
    if (options.table.empty()) return;
    desk.sheet = GaijiSheet(options.table);
    const GaijiTable table = read_gaiji_table(open_file(options.table));
    const auto sites = table.sites();
    if (sites.size() > 1 && options.site.empty()) {
        throw Error{ErrorKind::usage,
                    "対応表に団体が二つ以上あります。どの団体の外字か --site で示してください: " +
                        joined(sites, ", "),
                    "the table covers several sites; name the one whose gaiji are meant with --site: " +
                        joined(sites, ", ")};
    }
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        if (!options.site.empty() && table.entries[i].site != options.site) continue;
        desk.rows.push_back({i, table.entries[i], {}, {}, {}});
    }
}

void add_row(IdentificationDesk& desk, const std::string& unit, const std::string& site) {
    const std::size_t row = desk.sheet.add();
    GaijiEntry entry;
    entry.code = code_point_names(unit);
    entry.form = GaijiCodeForm::character;
    entry.unit = unit;
    entry.site = site;
    entry.state = GaijiState::open;
    desk.sheet.set(row, "code", entry.code);
    desk.sheet.set(row, "state", std::string(name_of(GaijiState::open).title.ja));
    if (!site.empty()) desk.sheet.set(row, "site", site);
    desk.rows.push_back({row, std::move(entry), {}, {}, {}});
}

/// Own characters that are not in the table yet, in the order of their codes.
void add_unknown(IdentificationDesk& desk, const GaijiCensus& census, const FontShapes* font,
                 const std::string& site) {
    std::map<std::string, bool> known;
    for (const DeskRow& row : desk.rows) known.emplace(row.entry.unit, true);
    std::map<std::string, bool> wanted;
    for (const auto& [unit, use] : census.uses()) {
        if (is_private_use(unit)) wanted.emplace(unit, true);
    }
    if (font != nullptr) {
        for (const char32_t code : font->codes()) {
            std::string unit;
            append_utf8(unit, code);
            if (is_private_use(unit)) wanted.emplace(std::move(unit), true);
        }
    }
    for (const auto& [unit, yes] : wanted) {
        if (!known.contains(unit)) add_row(desk, unit, site);
    }
}

std::string numbers_of(const std::vector<GaijiCandidate>& candidates) {
    std::vector<std::string> numbers;
    for (const GaijiCandidate& one : candidates) numbers.push_back(one.number);
    return joined(numbers, "・");
}

/// A number of another register names the glyph; whether the own character has its shape, people check.
void fill_in(IdentificationDesk& desk, DeskRow& row) {
    if (desk.with_data) desk.sheet.set(row.row, "uses", std::to_string(row.use.count));
    const bool decided = row.entry.identified() || row.entry.state == GaijiState::applied;
    if (decided) return;
    if (!row.proposal.number.empty()) {
        desk.sheet.set(row.row, "number", row.proposal.number);
        desk.sheet.set(row.row, "evidence", row.proposal.evidence + "（MJ文字情報一覧表）");
        desk.sheet.set(row.row, "state", std::string(name_of(GaijiState::open).title.ja));
        row.entry.numbers = {row.proposal.number};
        row.entry.evidence = row.proposal.evidence;
        row.entry.state = GaijiState::open;
    }
    if (row.entry.candidates.empty()) {
        row.entry.candidates = numbers_of(row.proposal.candidates);
        desk.sheet.set(row.row, "candidates", row.entry.candidates);
    }
}

void look_up(IdentificationDesk& desk, const FontShapes* font, const GaijiCensus& census, std::size_t most) {
    const GaijiCandidates finder(desk.registry.get(), desk.gallery.get());
    for (DeskRow& row : desk.rows) {
        if (const auto use = census.uses().find(row.entry.unit); use != census.uses().end())
            row.use = use->second;
        if (font != nullptr && !row.entry.unit.empty()) {
            const unsigned glyph = font->glyph_at(code_point_at(row.entry.unit, 0).value);
            if (glyph != 0) row.outline = font->outline(glyph);
        }
        const ShapeFeature shape = shape_feature(row.outline);
        row.proposal = finder.find(row.entry, row.outline.empty() ? nullptr : &shape, most);
        fill_in(desk, row);
    }
}

std::unique_ptr<FontShapes> open_font(const std::string& path) {
    return path.empty() ? nullptr : std::make_unique<FontShapes>(read_file(path), path);
}

}  // namespace

IdentificationDesk set_up_desk(const IdentifyOptions& options, const Session& session) {
    IdentificationDesk desk;
    desk.registry = registry_if_any(session);
    const auto font = open_font(options.font);
    desk.glyph_font = open_font(options.glyphs);
    if (desk.glyph_font) {
        desk.gallery = std::make_unique<GlyphGallery>(*desk.glyph_font);
        if (desk.gallery->empty()) {
            throw Error{ErrorKind::input,
                        options.glyphs + ": MJ・GJ の文字図形名を持つグリフがないフォントです",
                        options.glyphs + ": no glyph of this font is named by an MJ or GJ number"};
        }
    }
    read_rows(options, desk);
    desk.with_data = !options.files.empty();
    const GaijiCensus census = count_gaiji(options);
    add_unknown(desk, census, font.get(), options.site);
    look_up(desk, font.get(), census, options.candidates);
    return desk;
}

}  // namespace daicho
