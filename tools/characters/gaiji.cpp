#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/gaiji_report.hpp"
#include "tools/characters/gaiji_source.hpp"
#include "tools/command.hpp"
#include "tools/option_list.hpp"
#include "tools/report_form.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

struct GaijiOptions {
    std::string table;
    std::vector<std::string> files;
    std::vector<std::string> columns;
    std::string site;
    std::string replacements;
    ReportForm form = ReportForm::text;
    ReadOptions read;
};

std::vector<std::size_t> columns_in(const TableReader& reader, const std::string& path,
                                    const std::vector<std::string>& wanted) {
    std::vector<std::size_t> columns;
    for (const std::string& name : wanted) columns.push_back(column_of(reader, name, path));
    return columns;
}

GaijiCensus count_data(const GaijiOptions& options, const GaijiTable& table) {
    std::set<std::string, std::less<>> named;
    for (const GaijiEntry& entry : table.entries) {
        if (!is_private_use(entry.unit)) named.insert(entry.unit);
    }
    GaijiCensus census;
    if (!named.empty()) census = GaijiCensus([named](std::string_view unit) { return named.contains(unit); });
    for (const std::string& path : options.files) {
        const auto reader = open_table(path, options.read);
        const auto columns = columns_in(*reader, path, options.columns);
        Batch batch;
        while (reader->next(batch)) census.add(batch, path, reader->header(), columns);
    }
    return census;
}

Exit audit(const GaijiOptions& options, const Session& session) {
    const auto registry = registry_if_any(session);
    const StandardGlyphs glyphs = registry ? StandardGlyphs(*registry) : StandardGlyphs();
    const bool one_site = !options.files.empty() || !options.replacements.empty();
    const GaijiTable table = gaiji_table_of(options.table, options.site, one_site, registry.get());
    const GaijiCensus data = count_data(options, table);
    const GaijiAudit result = audit_gaiji(table, glyphs, options.files.empty() ? nullptr : &data);
    const GaijiReport report{table, result, glyphs.has_mj(), glyphs.has_gj()};
    options.form == ReportForm::json ? write_gaiji_json(report, session) : write_gaiji_text(report, session);
    if (!options.replacements.empty()) {
        OutputFile file(options.replacements);
        file.write(gaiji_replacement_table(result));
        file.commit();
    }
    return result.complete() ? Exit::clean : Exit::findings;
}

}  // namespace

std::unique_ptr<Action> add_characters_gaiji(OptionList& list) {
    auto action = std::make_unique<ActionOf<GaijiOptions>>(audit);
    GaijiOptions& options = action->options;
    list.argument("TABLE", options.table,
                  {"外字対応表のファイル（registry は台帳ファイルにあるもの）",
                   "File with a gaiji table (registry: the one in the registry)"})
        .required();
    list.arguments("FILE", options.files,
                   {"その団体のデータ（外字がすべて対応表にあるかを調べる）",
                    "Data of that site: are all their gaiji in the table?"});
    list.texts("--column", "NAME", options.columns,
               {"調べる列の見出し（何度でも。既定はすべて）",
                "Header of a column to look at (repeatable; default: all)"})
        .each_time();
    list.text("--site", "NAME", options.site, {"この団体の行だけ", "Only the rows of this site"});
    list.text("--replacements", "FILE", options.replacements,
              {"置き換えの一覧を書くファイル（TSV）", "File for the list of replacements (TSV)"});
    add_report_form(list, options.form);
    add_read_options(list, options.read, "");
    return action;
}

}  // namespace daicho
