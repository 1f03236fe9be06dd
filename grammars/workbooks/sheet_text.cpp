#include "grammars/workbooks/sheet_text.hpp"

#include <algorithm>

namespace daicho {

std::size_t units_of(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0) != 0x80;
        units += byte >= 0xF0;  // a pair of surrogates
    }
    return units;
}

/// The longest start of `text`, in whole characters, that has at most so many units.
std::string_view first_units(std::string_view text, std::size_t most) {
    std::size_t end = 0, units = 0;
    while (end < text.size()) {
        std::size_t next = end + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
        units += units_of(text.substr(end, next - end));
        if (units > most) break;
        end = next;
    }
    return text.substr(0, end);
}

/// "_x000D_" in a text would be read as a carriage return: its first character is written so itself.
std::string escaped_for_sheet(std::string_view text) {
    const auto is_escape = [&](std::size_t at) {
        if (text.size() - at < 7 || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_')
            return false;
        return std::all_of(text.begin() + at + 2, text.begin() + at + 6, [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
        });
    };
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_escape(at)) {
            out += "_x005F_";
        } else if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
            continue;  // lines of a cell end with a line feed
        } else if (text[at] == '\r') {
            out += "_x000D_";  // XML reads it as a line feed otherwise
        } else {
            out += text[at];
        }
    }
    return out;
}

}  // namespace daicho
