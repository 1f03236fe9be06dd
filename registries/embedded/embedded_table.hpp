#pragma once

#include <string_view>

namespace daicho {

/// The text of a table that was compiled in, by its path from the repository root.
std::string_view embedded_text(std::string_view path);

/// Cuts the text up to the next tab (or the end) off `line`, and the tab.
inline std::string_view take_field(std::string_view& line) {
    const auto end = line.find('\t');
    const auto field = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    return field;
}

/// Calls `use(line)` for each line of `text` that is neither empty nor a comment (`#`).
template <class Use>
void for_each_line(std::string_view text, Use&& use) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!line.empty() && line.front() != '#') use(line);
    }
}

}  // namespace daicho
