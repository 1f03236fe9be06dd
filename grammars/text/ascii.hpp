#pragma once

#include <algorithm>
#include <string_view>

namespace daicho {

/// Whether all bytes of a text are ASCII; an empty one is.
inline bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A to Z and a to z.
constexpr bool is_ascii_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace daicho
