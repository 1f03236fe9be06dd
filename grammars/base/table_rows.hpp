#pragma once

#include <algorithm>
#include <string_view>

namespace daicho {

/// Calls `use` with each line of an embedded table that is neither empty nor a `#` comment.
template <class Use>
void for_each_row(std::string_view table, Use use) {
    while (!table.empty()) {
        const auto line = table.substr(0, table.find('\n'));
        table.remove_prefix(std::min(table.size(), line.size() + 1));
        if (!line.empty() && line.front() != '#') use(line);
    }
}

}  // namespace daicho
