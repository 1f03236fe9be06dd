#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/table_writer.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/repertoire.hpp"
#include "registries/characters/character_inventory.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/characters/standard_glyphs.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/gaiji_source.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct InventoryOptions {
    std::vector<std::string> files;
    std::string output = "-";
    ReadOptions read;
};

constexpr Text inventory_header[] = {
    {"文字", "character"},
    {"符号", "code"},
    {"数", "count"},
    {"ファイル数", "files"},
    {"最初のファイル", "first_file"},
    {"行", "line"},
    {"列", "column"},
    {"文字集合", "set"},
    {"MJ文字図形名", "mj"},
    {"GJ文字図形名", "gj"},
    {"戸籍統一文字番号", "koseki"},
    {"住基ネット統一文字コード", "juki"},
    {"登記統一文字番号", "toki"},
};

/// The narrowest set that has the unit.
std::string set_of(const std::string& unit, bool in_mj, bool in_gj, const Session& session) {
    if (unit == "\uFFFD") return std::string(session.say("失われた文字", "lost"));
    const CharacterUnit read = unit_at(unit, 0);
    for (const char* name : {"jisx0208", "jisx0213"}) {
        const Repertoire* set = find_repertoire(name);
        if (set != nullptr && read.selector == 0 && has_unit(*set, read)) return std::string(set->name);
    }
    if (in_mj) return "mj";
    if (in_gj) return "mj-plus";
    if (is_private_use(unit)) return std::string(session.say("外字", "gaiji"));
    return std::string(session.say("そのほか", "other"));
}

std::vector<std::string> inventory_row(const std::string& unit, const CharacterInventory::Entry& entry,
                                       const StandardGlyphs& glyphs, const Session& session) {
    std::optional<MjGlyph> mj;
    if (glyphs.registry() != nullptr && glyphs.has_mj()) mj = mj_glyph_of(*glyphs.registry(), unit);
    const GjCharacter* const gj = glyphs.gj().of(unit);
    const bool control = unit.size() == 1 && (unit.front() < 0x20 || unit.front() == 0x7F);
    std::vector<std::string> row = {control ? "" : unit,
                                    code_point_names(unit),
                                    std::to_string(entry.count),
                                    std::to_string(entry.files),
                                    entry.first.file,
                                    std::to_string(entry.first.line),
                                    entry.first.column,
                                    set_of(unit, mj.has_value(), gj != nullptr, session)};
    row.push_back(mj ? mj->mj : "");
    row.push_back(gj != nullptr ? gj->number : "");
    row.push_back(mj ? mj->koseki : "");
    row.push_back(mj ? mj->juki : "");
    row.push_back(mj ? mj->toki : "");
    return row;
}

Exit list_characters(const InventoryOptions& options, const Session& session) {
    const auto registry = registry_if_any(session);
    const StandardGlyphs glyphs = registry ? StandardGlyphs(*registry) : StandardGlyphs();
    CharacterInventory inventory;
    for (const std::string& path : options.files) {
        const auto reader = open_table(path, options.read);
        inventory.begin_file(path);
        Batch batch;
        while (reader->next(batch)) inventory.add(batch, reader->header());
    }
    Dialect dialect;
    if (options.output.ends_with(".tsv")) dialect.delimiter = '\t';
    const auto table = create_table(options.output, dialect);
    std::vector<std::string_view> cells;
    for (const Text& name : inventory_header) cells.push_back(name.in(session.language));
    table->write_header(cells);
    for (const auto& [unit, entry] : inventory.entries()) {
        const std::vector<std::string> row = inventory_row(unit, entry, glyphs, session);
        cells.assign(row.begin(), row.end());
        table->write_record(cells);
    }
    table->finish();
    return Exit::clean;
}

}  // namespace

std::unique_ptr<Action> add_characters_inventory(OptionList& list) {
    auto action = std::make_unique<ActionOf<InventoryOptions>>(list_characters);
    InventoryOptions& options = action->options;
    list.arguments("FILE", options.files, {"ファイル（- は標準入力）", "Files (-: standard input)"})
        .required();
    list.text(
        "-o,--output", "OUT", options.output,
        {"出力先（CSV か TSV。既定は標準出力）", "Where to write (CSV or TSV; default: standard output)"});
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
