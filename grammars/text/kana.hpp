#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// U+FF61..U+FF9F: half-width katakana, its marks and brackets.
constexpr bool is_half_width_kana(char32_t c) {
    return c >= 0xFF61 && c <= 0xFF9F;
}

/// Full-width katakana letters, the long-vowel mark and the iteration marks: U+30A1..U+30FA, U+30FC..U+30FE.
constexpr bool is_katakana(char32_t c) {
    return c >= 0x30A1 && c <= 0x30FE && c != 0x30FB;
}

/// Hiragana letters and iteration marks.
constexpr bool is_hiragana(char32_t c) {
    return (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E;
}

bool has_half_width_kana(std::string_view text);

/// Half-width katakana, its marks and brackets (｡｢｣､･ too) in full width; a voiced mark joins the letter
/// before it: ｶﾞ -> ガ, ﾊﾟ -> パ. All else stays.
std::string full_width_kana(std::string_view text);

/// Full-width katakana and its marks in half width, as banks and old systems want it: ガ -> ｶﾞ. Letters
/// without a half-width form (ヮ ヰ ヱ ヵ ヶ) stay.
std::string half_width_kana(std::string_view text);

/// Hiragana as katakana: ひらがな -> ヒラガナ. All else stays.
std::string katakana(std::string_view text);

/// Katakana as hiragana, where there is such a letter.
std::string hiragana(std::string_view text);

}  // namespace daicho
