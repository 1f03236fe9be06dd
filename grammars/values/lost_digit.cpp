#include "grammars/values/lost_digit.hpp"

#include <algorithm>
#include <array>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

constexpr std::u32string_view lost = U"?？�〓";
constexpr std::u32string_view look_alikes = U"lI|OoｌＩＯｏ｜○◯";
constexpr std::u32string_view hyphens = U"-－‐−";
constexpr std::u32string_view parts_of_buildings = U"館棟室階";

bool is_among(char32_t c, std::u32string_view set) {
    return set.find(c) != set.npos;
}

bool is_digit_of_any_width(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
}

char32_t next_character(std::string_view text, std::size_t at) {
    return at < text.size() ? code_point_at(text, at).value : 0;
}

char32_t character_before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    return code_point_at(text, begin).value;
}

/// The bytes that any of the characters may begin with.
constexpr std::array<bool, 256> first_bytes() {
    std::array<bool, 256> bytes{};
    for (const char c : std::string_view("?lI|Oo")) bytes[static_cast<unsigned char>(c)] = true;
    bytes[0xE2] = bytes[0xE3] = bytes[0xEF] = true;
    return bytes;
}

}  // namespace

bool is_lost_digit(std::string_view text, std::size_t at) {
    const CodePoint c = code_point_at(text, at);
    const bool mark = is_among(c.value, lost);
    if (!mark && !is_among(c.value, look_alikes)) return false;
    const char32_t before = character_before(text, at);
    const char32_t behind = next_character(text, at + c.size);
    if (mark) return is_digit_of_any_width(before) && is_digit_of_any_width(behind);
    const bool of_number =
        behind == U'番' ||
        (behind == U'号' && !is_among(next_character(text, at + c.size + 3), parts_of_buildings));
    if (is_digit_of_any_width(before)) {
        return of_number || is_digit_of_any_width(behind) || is_among(behind, hyphens);
    }
    // 2-8-l at the end, or before a space; a building may be called O or I.
    const bool ends = behind == 0 || behind == U' ' || behind == U'　';
    if (ends && is_among(c.value, U"l|ｌ｜") && is_among(before, hyphens)) return true;
    const bool in_number = before == U'目' || before == U'番' || before == U'地' || is_among(before, hyphens);
    return in_number && of_number;
}

std::size_t find_lost_digit(std::string_view text) {
    static constexpr std::array<bool, 256> may_be = first_bytes();
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (may_be[static_cast<unsigned char>(text[at])] && is_lost_digit(text, at)) return at;
    }
    return text.npos;
}

Span find_zeros_for_number(std::string_view text) {
    constexpr std::string_view marks = "0123456789-";
    for (auto at = text.find("0-"); at != text.npos; at = text.find("0-", at + 1)) {  // 0-0, and 0--0
        const bool starts = at == 0 || marks.find(text[at - 1]) == marks.npos;
        const auto end = std::min(text.find_first_not_of(marks, at), text.size());
        const std::string_view number = text.substr(at, end - at);
        if (starts && number.find_first_not_of("0-") == number.npos && number.back() == '0')
            return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
    return {};
}

}  // namespace daicho
