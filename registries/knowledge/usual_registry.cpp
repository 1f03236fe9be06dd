#include <cstdlib>

#include "grammars/base/os_files.hpp"
#include "registries/knowledge/knowledge.hpp"

namespace daicho {

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
