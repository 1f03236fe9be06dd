#pragma once

#include <string>
#include <string_view>

namespace daicho {

inline constexpr std::string_view capital_hex_digits = "0123456789ABCDEF";
inline constexpr std::string_view small_hex_digits = "0123456789abcdef";

/// 0 to 15 of a hexadecimal digit, large or small; -1: it is none.
constexpr int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Appends a byte as two hexadecimal digits.
inline void append_hexadecimal(std::string& out, unsigned char byte,
                               std::string_view digits = capital_hex_digits) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

/// Two hexadecimal digits for each byte: "E38182".
inline std::string hexadecimal(std::string_view bytes, std::string_view digits = capital_hex_digits) {
    std::string text;
    for (const char c : bytes) append_hexadecimal(text, static_cast<unsigned char>(c), digits);
    return text;
}

/// How messages name a byte: "0xE3".
inline std::string byte_name(unsigned char byte) {
    std::string text = "0x";
    append_hexadecimal(text, byte);
    return text;
}

}  // namespace daicho
