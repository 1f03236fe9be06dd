#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace daicho {

/// One code point read from UTF-8. `size` is the number of bytes it takes; 0 at the end of the text.
struct CodePoint {
    char32_t value = 0;
    unsigned size = 0;
};

/// What `code_point_at` does with what is neither ASCII nor of three bytes.
CodePoint uncommon_code_point_at(std::string_view text, std::size_t at);

/// Reads the code point that starts at `at`. The text must be valid UTF-8 (readers guarantee it); a broken
/// byte is read as U+FFFD of size 1. Every walk over a text is a loop around it, hence the attribute.
[[gnu::always_inline]] inline CodePoint code_point_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if ((lead & 0xF0) == 0xE0 && text.size() - at >= 3) {
        const unsigned second = byte(1) ^ 0x80u;
        const unsigned third = byte(2) ^ 0x80u;
        if ((second | third) < 0x40) return {((lead & 0x0Fu) << 12) | (second << 6) | third, 3};
    }
    return uncommon_code_point_at(text, at);
}

/// Writes `value` as UTF-8, one to four bytes, and gives back where they end.
[[gnu::always_inline]] inline char* put_utf8(char* out, char32_t value) {
    const auto put = [&](char32_t byte) { *out++ = static_cast<char>(byte); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | (value >> 6));
        put(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        put(0xE0 | (value >> 12));
        put(0x80 | ((value >> 6) & 0x3F));
        put(0x80 | (value & 0x3F));
    } else {
        put(0xF0 | (value >> 18));
        put(0x80 | ((value >> 12) & 0x3F));
        put(0x80 | ((value >> 6) & 0x3F));
        put(0x80 | (value & 0x3F));
    }
    return out;
}

/// Appends `value` to `out` as UTF-8.
void append_utf8(std::string& out, char32_t value);

/// Where the first ill-formed byte of `text` is (Unicode 15, table 3-7), or npos.
std::size_t find_invalid_utf8(std::string_view text);

/// Number of code points of a valid UTF-8 text.
std::size_t count_code_points(std::string_view text);

}  // namespace daicho
