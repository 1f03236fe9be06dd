#include "registries/registry.hpp"

#include <cstdlib>

#include "grammars/base/os_files.hpp"
#include "registries/store/schema.hpp"

namespace daicho {

Registry::Registry(const std::string& path) : database_(Database::open_published(path)) {
    check_registry(database_);
}

bool Registry::has(std::string_view table) const {
    return database_.number("select count(*) from sqlite_master where type = 'table' and name = " +
                            quoted_text(table)) > 0;
}

bool Registry::covers(std::string_view table, std::string_view coverage) const {
    Statement found = database_.prepare("select 1 from coverage where \"table\" = ? and value = ?");
    found.bind(0, table);
    found.bind(1, coverage);
    return found.step();
}

std::string Registry::generation() const {
    Statement found = database_.prepare("select value from fact where name = 'generation'");
    return found.step() ? std::string(found.text(0)) : std::string();
}

std::string usual_registry() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value ? value : "");
    };
    if (std::string path = variable("DAICHO_REGISTRY"); !path.empty()) return path;
    std::string folder = variable("XDG_DATA_HOME");
    if (folder.empty()) {
        const std::string home = variable("HOME");
        if (home.empty()) return {};
        folder = home + "/.local/share";
    }
    std::string path = folder + "/daicho/registry.sqlite";
    return file_facts(path) ? path : std::string();
}

}  // namespace daicho
