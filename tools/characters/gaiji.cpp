#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/file_opener.hpp"
#include "registries/registry.hpp"
#include "tools/characters/characters_command.hpp"
#include "tools/characters/gaiji_report.hpp"
#include "tools/command.hpp"
#include "tools/options.hpp"
#include "tools/table_options.hpp"

namespace daicho {

namespace {

enum class Form : unsigned char { text, json };

struct GaijiOptions {
    std::string table;
    std::vector<std::string> files;
    std::vector<std::string> columns;
    std::string site;
    std::string replacements;
    Form form = Form::text;
    ReadOptions read;
};

/// The word that means the tables in the registry.
constexpr std::string_view in_registry = "registry";

std::unique_ptr<Registry> open_registry(const Session& session) {
    const std::string path = session.registry.empty() ? usual_registry() : session.registry;
    return path.empty() ? nullptr : std::make_unique<Registry>(path);
}

GaijiTable imported_table(const Registry* registry) {
    if (registry == nullptr) {
        throw Error{
            "registry: 台帳がありません。daicho build で作り、--registry "
            "で示すか、対応表のファイルを指定してください",
            "registry: there is no registry; make one with daicho build and name it with --registry, or name "
            "the file of the table"};
    }
    GaijiTable table = gaiji_of(*registry);
    if (table.entries.empty()) {
        throw Error{registry->path() + ": 外字対応表が入っていません",
                    registry->path() + ": it has no table of own characters"};
    }
    return table;
}

std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

/// The part of the table that speaks of the data: codes of one site say nothing about those of another.
GaijiTable table_of(const GaijiOptions& options, const Registry* registry) {
    GaijiTable table =
        options.table == in_registry ? imported_table(registry) : read_gaiji_table(open_file(options.table));
    const std::vector<std::string> sites = table.sites();
    if (!options.site.empty()) {
        if (std::ranges::find(sites, options.site) == sites.end()) {
            throw Error{
                "--site " + options.site + ": 対応表にこの団体はありません。あるもの: " + list_of(sites),
                "--site " + options.site + ": the table has no such site; it has: " + list_of(sites)};
        }
        return table.of_site(options.site);
    }
    if (sites.size() > 1 && (!options.files.empty() || !options.replacements.empty())) {
        throw Error{
            "対応表に団体が二つ以上あります。どの団体のデータか --site で示してください: " + list_of(sites),
            "the table speaks of several sites; say with --site whose data these are: " + list_of(sites)};
    }
    return table;
}

std::vector<std::size_t> columns_in(const TableReader& reader, const std::string& path,
                                    const std::vector<std::string>& wanted) {
    std::vector<std::size_t> columns;
    const auto& header = reader.header();
    for (const std::string& name : wanted) {
        const auto found = std::ranges::find(header, name);
        if (found == header.end()) {
            throw Error{path + ": 「" + name + "」という列はありません。ある列: " + list_of(header),
                        path + ": there is no column " + name + "; there are: " + list_of(header)};
        }
        columns.push_back(static_cast<std::size_t>(found - header.begin()));
    }
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
    const auto registry = open_registry(session);
    const StandardGlyphs glyphs = registry ? StandardGlyphs(*registry) : StandardGlyphs();
    const GaijiTable table = table_of(options, registry.get());
    const GaijiCensus data = count_data(options, table);
    const GaijiAudit result = audit_gaiji(table, glyphs, options.files.empty() ? nullptr : &data);
    const GaijiReport report{table, result, glyphs.has_mj(), glyphs.has_gj()};
    options.form == Form::json ? write_gaiji_json(report, session) : write_gaiji_text(report, session);
    if (!options.replacements.empty()) {
        OutputFile file(options.replacements);
        file.write(gaiji_replacement_table(result));
        file.commit();
    }
    return result.complete() ? Exit::clean : Exit::findings;
}

}  // namespace

std::unique_ptr<Action> add_characters_gaiji(CLI::App& app, const Session& session) {
    auto action = std::make_unique<ActionOf<GaijiOptions>>(audit);
    GaijiOptions& options = action->options;
    const auto say = [&](const char* ja, const char* en) { return std::string{session.say(ja, en)}; };
    app.add_option("TABLE", options.table,
                   say("外字対応表のファイル（registry は台帳に入れたもの）",
                       "File with the table of own characters (registry: those in the registry)"))
        ->required();
    add_texts(app, "FILE", options.files,
              say("その団体のデータ（外字がすべて対応表にあるかを調べる）",
                  "Data of that site: are all their own characters in the table?"));
    add_texts(app, "--column", options.columns,
              say("調べる列の見出し（何度でも。既定はすべて）",
                  "Heading of a column to look at (repeatable; default: all)"))
        ->allow_extra_args(false);
    app.add_option("--site", options.site, say("この団体の行だけ", "Only the rows of this site"));
    app.add_option("--replacements", options.replacements,
                   say("置き換えの一覧を書くファイル（TSV）", "File for the list of replacements (TSV)"));
    add_choice<Form>(app, "--format", options.form, {{"text", Form::text}, {"json", Form::json}},
                     say("出力の形式（既定は text）", "Form of the output (default: text)"), session);
    add_read_options(app, options.read, "", session);
    return action;
}

}  // namespace daicho
