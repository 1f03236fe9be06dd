#include "registries/characters/gaiji_table.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammars/base/error.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/text/utf8.hpp"
#include "registries/characters/written_unit.hpp"
#include "registries/sources/column_form.hpp"
#include "registries/sources/glyph_number.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr std::string_view model = "publications.standard_characters/GaijiEntry";

/// A cell of each column of the class, by its name.
using Cells = std::map<std::string, std::string, std::less<>>;

void add_number(GaijiEntry& entry, const std::string& cell) {
    if (cell.empty()) return;
    if (auto number = glyph_number(cell)) {
        auto& numbers = entry.numbers;
        if (std::ranges::find(numbers, *number) == numbers.end()) numbers.push_back(std::move(*number));
    } else {
        entry.unreadable = cell;
    }
}

void add_character(GaijiEntry& entry, const std::string& cell) {
    if (cell.empty()) return;
    entry.character = written_unit(cell);
    if (entry.character.empty()) entry.unreadable = cell;
}

void add_state(GaijiEntry& entry, const Cells& cells) {
    const std::string& state = cells.at("state");
    if (const auto known = gaiji_state(state)) {
        entry.state = *known;
    } else {
        entry.unreadable = state;
        entry.state = GaijiState::open;
    }
    entry.second_checker = cells.at("second_checker");
    entry.second_checked_on = cells.at("second_checked_on");
}

void add_clues(GaijiEntry& entry, const Cells& cells) {
    entry.registers = {cells.at("koseki"), cells.at("juki"), cells.at("toki")};
    entry.readings = cells.at("readings");
    entry.strokes = cells.at("strokes");
    entry.radical = cells.at("radical");
    entry.stand_in = cells.at("stand_in");
}

/// What a row says of its code, and whether it says so in a column for one encoding.
struct WrittenCode {
    GaijiCode code;
    bool explicit_form = false;
};

WrittenCode gaiji_table_code_of(const Cells& cells, GaijiEntry& entry) {
    const std::string &own = cells.at("code"), &unicode = cells.at("unicode"), &sjis = cells.at("sjis");
    entry.code = !own.empty() ? own : !unicode.empty() ? unicode : sjis;
    if (!unicode.empty()) return {{GaijiCodeForm::character, written_unit(unicode), {}, false, false}, true};
    if (!sjis.empty()) return {{GaijiCodeForm::character, cp932_gaiji(sjis), {}, false, false}, true};
    return {read_gaiji_code(own), false};
}

/// Collects rows; at the end the codes of each site are read alike.
class Collector {
 public:
    void add(Cells cells, std::uint64_t line) {
        GaijiEntry entry;
        entry.site = cells.at("site");
        const WrittenCode written = gaiji_table_code_of(cells, entry);
        entry.form = written.code.form;
        entry.unit = written.code.unit;
        if (written.explicit_form && entry.unit.empty()) entry.unreadable = entry.code;
        for (const char* item : {"mj", "gj", "number"}) add_number(entry, cells.at(item));
        add_character(entry, cells.at("character"));
        entry.candidates = cells.at("candidates");
        entry.evidence = cells.at("evidence");
        entry.checker = cells.at("checker");
        entry.checked_on = cells.at("checked_on");
        entry.note = cells.at("note");
        add_state(entry, cells);
        add_clues(entry, cells);
        entry.line = line;
        Forms& forms = forms_[entry.site];
        forms.unicode |= written.code.bare_unicode;
        forms.cp932 |= written.code.bare_cp932;
        cp932_.push_back(written.code.cp932);
        table_.entries.push_back(std::move(entry));
    }

    GaijiTable finish(std::string name) {
        for (std::size_t i = 0; i < table_.entries.size(); ++i) decide(table_.entries[i], cp932_[i]);
        table_.name = std::move(name);
        return std::move(table_);
    }

 private:
    struct Forms {
        bool unicode = false, cp932 = false;
    };

    /// A code that is both is what the others are, where those are of one kind.
    void decide(GaijiEntry& entry, const std::string& cp932) const {
        if (entry.form != GaijiCodeForm::unicode_or_cp932) return;
        const Forms forms = forms_.at(entry.site);
        if (forms.unicode == forms.cp932) {
            entry.unit.clear();
            return;
        }
        entry.form = GaijiCodeForm::character;
        if (forms.cp932) entry.unit = cp932;
    }

    GaijiTable table_;
    std::vector<std::string> cp932_;  // of each entry
    std::map<std::string, Forms> forms_;
};

[[noreturn]] void refuse(const std::string& name) {
    throw Error{ErrorKind::input,
                name +
                    ": 外字対応表の列が見つかりません。「外字コード」と、「MJ文字図形名」「GJ文字図形名」"
                    "「文字」のどれかの列が要ります（ほかに「団体」「根拠」「確認者」「確認日」「候補」）",
                name +
                    ": the columns of a table of gaiji are missing; it needs gaiji_code and one of mj, gj "
                    "and character (also: site, evidence, checked_by, checked_on, candidates)"};
}

std::string read_all(ByteSource& file) {
    std::string bytes;
    char part[1 << 16];
    while (const std::size_t got = file.read(part, sizeof part)) bytes.append(part, got);
    return bytes;
}

std::set<std::string> columns_of_table(const Registry& registry) {
    std::set<std::string> columns;
    Statement rows = registry.database().prepare("select name from pragma_table_info('gaiji')");
    while (rows.step()) columns.emplace(rows.text(0));
    return columns;
}

bool has_columns(const ColumnForm& form) {
    const bool code = form.has("code") || form.has("unicode") || form.has("sjis");
    return code && (form.has("mj") || form.has("gj") || form.has("number") || form.has("character"));
}

}  // namespace

std::vector<std::string> GaijiTable::sites() const {
    std::vector<std::string> sites;
    for (const GaijiEntry& entry : entries) {
        if (std::ranges::find(sites, entry.site) == sites.end()) sites.push_back(entry.site);
    }
    return sites;
}

GaijiTable GaijiTable::of_site(const std::string& site) const {
    GaijiTable part{name, {}};
    std::ranges::copy_if(entries, std::back_inserter(part.entries),
                         [&](const GaijiEntry& entry) { return entry.site == site; });
    return part;
}

GaijiTable read_gaiji_table(std::unique_ptr<ByteSource> file) {
    const std::string name = file->name();
    std::string bytes = read_all(*file);
    if (!has_columns(columns_of(model, bytes))) refuse(name);
    const auto records = open_columns(model, std::make_unique<MemorySource>(std::move(bytes), name), "site");
    Collector collector;
    Batch batch;
    while (records->next(batch)) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (batch.blank(record)) continue;
            Cells cells;
            for (std::size_t i = 0; i < records->header().size(); ++i) {
                cells[records->header()[i]] = without_spaces(batch.cell(record, i));
            }
            collector.add(std::move(cells), batch.line(record));
        }
    }
    return collector.finish(name);
}

GaijiTable gaiji_of(const Registry& registry) {
    Collector collector;
    if (registry.has("gaiji")) {
        constexpr const char* items[] = {"site",       "code",     "unicode",        "sjis",
                                         "mj",         "gj",       "number",         "character",
                                         "candidates", "evidence", "checker",        "checked_on",
                                         "note",       "state",    "second_checker", "second_checked_on",
                                         "koseki",     "juki",     "toki",           "readings",
                                         "strokes",    "radical",  "stand_in"};
        const std::set<std::string> there = columns_of_table(registry);
        std::string list;
        for (const char* item : items) {
            // A registry that an older version made has not all of them.
            list += (list.empty() ? "" : ", ") + (there.contains(item) ? quoted_name(item) : "''");
        }
        Statement rows = registry.database().prepare("select " + list + " from gaiji order by site, code");
        while (rows.step()) {
            Cells cells;
            for (std::size_t i = 0; i < std::size(items); ++i) {
                cells[items[i]] = without_spaces(rows.text(static_cast<int>(i)));
            }
            collector.add(std::move(cells), 0);
        }
    }
    return collector.finish(registry.path());
}

}  // namespace daicho
