#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace daicho {

/// 0 to 9 of ASCII.
constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

namespace digits_detail {

/// Whether the bytes of a word are '0' to '9': their upper halves are 3, and stay so when 6 is added.
template <class Word>
bool is_all_digits(const char* at) {
    constexpr Word each = static_cast<Word>(0x0101'0101'0101'0101u);
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return (((word & each * 0xF0) ^ each * 0x30) | (((word + each * 0x06) & each * 0xF0) ^ each * 0x30)) == 0;
}

template <class Word>
bool is_all_digits(std::string_view text) {
    const std::size_t last = text.size() - sizeof(Word);
    for (std::size_t at = 0; at < last; at += sizeof(Word)) {
        if (!is_all_digits<Word>(text.data() + at)) return false;
    }
    return is_all_digits<Word>(text.data() + last);
}

}  // namespace digits_detail

/// Whether a text is nothing but ASCII digits; an empty one is. Looks at several bytes at once.
inline bool is_all_digits(std::string_view text) {
    if (text.size() >= 8) return digits_detail::is_all_digits<std::uint64_t>(text);
    if (text.size() >= 4) return digits_detail::is_all_digits<std::uint32_t>(text);
    for (const char c : text) {
        if (c < '0' || c > '9') return false;
    }
    return true;
}

}  // namespace daicho
