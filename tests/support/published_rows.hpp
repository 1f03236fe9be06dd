#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/file_opener.hpp"

namespace daicho {

/// All bytes of a file, unpacked.
inline std::string published_bytes(const std::string& path) {
    FileOpener files;
    const auto file = files.open(path);
    std::string text(1 << 20, '\0');
    std::size_t size = 0;
    while (const std::size_t got = file->read(text.data() + size, text.size() - size)) {
        size += got;
        if (size == text.size()) text.resize(2 * size);
    }
    text.resize(size);
    return text;
}

/// The cells of a line of a publication (no line end within quotes), read without any code of the program.
inline std::vector<std::string> published_cells(std::string_view line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') {
            if (quoted && at + 1 < line.size() && line[at + 1] == '"') {
                cells.back() += '"';
                ++at;
            } else {
                quoted = !quoted;
            }
        } else if (line[at] == ',' && !quoted) {
            cells.emplace_back();
        } else if (line[at] != '\r') {
            cells.back() += line[at];
        }
    }
    return cells;
}

/// The lines of a text, without their ends.
inline std::vector<std::string_view> published_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return lines;
}

}  // namespace daicho
