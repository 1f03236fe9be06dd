#pragma once

#include <string>
#include <vector>

#include "registries/store/registry.hpp"

namespace daicho {

/// The rows of a query on a registry, cells with | between them.
inline std::vector<std::string> registry_rows(const std::string& path, const std::string& sql) {
    const Registry registry(path);
    Statement statement = registry.database().prepare(sql);
    std::vector<std::string> all;
    while (statement.step()) {
        std::string line;
        for (int i = 0; i < statement.columns(); ++i)
            line += (i == 0 ? "" : "|") + std::string(statement.text(i));
        all.push_back(line);
    }
    return all;
}

}  // namespace daicho
