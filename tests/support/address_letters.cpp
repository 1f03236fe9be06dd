#include "tests/support/address_letters.hpp"

#include "grammars/text/utf8.hpp"

namespace daicho::spellings {

std::vector<std::string> letters_of(std::string_view text) {
    std::vector<std::string> letters;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        letters.emplace_back(text.substr(at, point.size));
        at += point.size;
    }
    return letters;
}

bool is_kanji(std::string_view letter) {
    const char32_t point = code_point_at(letter, 0).value;
    return point >= 0x4E00 && point <= 0x9FFF;
}

bool is_numeral(std::string_view letter) {
    constexpr std::string_view numerals = "〇一二三四五六七八九十百千万壱弐参０１２３４５６７８９0123456789";
    return !letter.empty() && numerals.find(letter) != std::string_view::npos;
}

bool ends_with_numeral(std::string_view text) {
    const auto letters = letters_of(text);
    return !letters.empty() && is_numeral(letters.back());
}

}  // namespace daicho::spellings
