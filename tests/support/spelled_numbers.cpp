#include "tests/support/spelled_numbers.hpp"

#include <algorithm>

namespace daicho::spellings {

namespace {

constexpr const char* wide[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
constexpr const char* kanji[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr const char* places[] = {"", "十", "百", "千", "万"};

std::string each_digit(std::string_view text, const char* const (&letters)[10]) {
    std::string out;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            out += letters[c - '0'];
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

std::string full_width_digits(std::string_view digits) {
    return each_digit(digits, wide);
}

std::string kanji_digits(std::string_view digits) {
    return each_digit(digits, kanji);
}

std::string counted_kanji(std::string_view digits) {
    if (digits.size() > std::size(places)) return kanji_digits(digits);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const std::size_t place = digits.size() - 1 - i;
        const int digit = digits[i] - '0';
        if (digit == 0) continue;
        const bool silent = digit == 1 && place > 0 && place < 4;  // 百三, but 一万
        if (!silent) out += kanji[digit];
        out += places[place];
    }
    return out;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace daicho::spellings
