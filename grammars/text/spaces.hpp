#pragma once

#include <string_view>

namespace daicho {

/// A space of any width, or a tab.
inline bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
           c == 0x205F;
}

/// `text` without the spaces, tabs and line ends of ASCII around it; a view into `text`.
inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// `text` without the spaces, ideographic ones included, tabs and line ends around it; a view into `text`.
inline std::string_view without_spaces(std::string_view text) {
    constexpr std::string_view wide = "\u3000";
    const auto is_ascii_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && (is_ascii_space(text.front()) || text.starts_with(wide))) {
        text.remove_prefix(is_ascii_space(text.front()) ? 1 : wide.size());
    }
    while (!text.empty() && (is_ascii_space(text.back()) || text.ends_with(wide))) {
        text.remove_suffix(is_ascii_space(text.back()) ? 1 : wide.size());
    }
    return text;
}

}  // namespace daicho
