#include "tools/characters/gaiji_source.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/formats/file_opener.hpp"
#include "registries/characters/gaiji_audit.hpp"
#include "registries/knowledge/knowledge.hpp"

namespace daicho {

namespace {

/// The word that means the tables in the registry.
constexpr std::string_view in_registry = "registry";

GaijiTable imported_table(const Registry* registry) {
    if (registry == nullptr) {
        throw Error{
            ErrorKind::registry,
            "registry: 台帳ファイルがありません。daicho build で作り、--registry "
            "で示すか、対応表のファイルを指定してください",
            "registry: there is no registry; make one with daicho build and name it with --registry, or name "
            "the file of the table"};
    }
    GaijiTable table = gaiji_of(*registry);
    if (table.entries.empty()) {
        throw Error{ErrorKind::registry, registry->path() + ": 外字対応表が入っていません",
                    registry->path() + ": it has no gaiji table"};
    }
    return table;
}

std::string name_list(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

}  // namespace

std::unique_ptr<Registry> registry_if_any(const Session& session) {
    const std::string path = session.registry.empty() ? usual_registry() : session.registry;
    return path.empty() ? nullptr : std::make_unique<Registry>(path);
}

GaijiTable gaiji_table_of(const std::string& name, const std::string& site, bool one_site,
                          const Registry* registry) {
    GaijiTable table = name == in_registry ? imported_table(registry) : read_gaiji_table(open_file(name));
    const std::vector<std::string> sites = table.sites();
    if (!site.empty()) {
        if (std::ranges::find(sites, site) == sites.end()) {
            throw Error{ErrorKind::usage,
                        "--site " + site + ": 対応表にこの団体はありません。あるもの: " + name_list(sites),
                        "--site " + site + ": the table has no such site; it has: " + name_list(sites)};
        }
        return table.of_site(site);
    }
    if (sites.size() > 1 && one_site) {
        throw Error{
            ErrorKind::usage,
            "対応表に団体が二つ以上あります。どの団体のデータか --site で示してください: " + name_list(sites),
            "the table covers several sites; name the one these data are from with --site: " +
                name_list(sites)};
    }
    return table;
}

UnitReplacements gaiji_replacements(const std::string& table, const std::string& site,
                                    const Session& session) {
    const auto registry = registry_if_any(session);
    const StandardGlyphs glyphs = registry ? StandardGlyphs(*registry) : StandardGlyphs();
    UnitReplacements replacements;
    for (const GaijiReplacement& one :
         audit_gaiji(gaiji_table_of(table, site, true, registry.get()), glyphs, nullptr).replacements) {
        const std::string glyph = one.glyph.empty() ? "" : one.glyph + ", ";
        replacements.add(one.from, {one.to, glyph + one.evidence + ", " + one.checker});
    }
    // Characters of the standard are no own characters, where fonts and tables say so.
    for (const std::string_view unit : glyphs.gj().units()) {
        replacements.add(std::string(unit), {std::string(unit), glyphs.gj().of(unit)->number});
    }
    return replacements;
}

}  // namespace daicho
