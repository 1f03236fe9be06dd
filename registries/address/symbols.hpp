#pragma once

#include <cstdint>

/// What names and addresses are compared as: one u16 for all forms of a character, or for a number.
namespace daicho::symbol {

constexpr std::uint16_t unknown = 0;  ///< no name has it
constexpr std::uint16_t ignored = 1;  ///< variation selectors, characters of no width
constexpr std::uint16_t space = 2;
constexpr std::uint16_t hyphen = 3;
constexpr std::uint16_t wildcard = 4;   ///< stands for a character that could not be written
constexpr std::uint16_t chome = 5;      ///< 丁目 behind a number
constexpr std::uint16_t prolonged = 6;  ///< ー, a hyphen beside digits
constexpr std::uint16_t comma = 7;
constexpr std::uint16_t open_bracket = 8;
constexpr std::uint16_t close_bracket = 9;
constexpr std::uint16_t postal_mark = 10;

constexpr std::uint16_t digit_0 = 16;  ///< ... 25
constexpr std::uint16_t kanji_0 = 32;  ///< ... 41
constexpr std::uint16_t ten = 42;
constexpr std::uint16_t hundred = 43;
constexpr std::uint16_t thousand = 44;
constexpr std::uint16_t myriad = 45;
constexpr std::uint16_t twenty = 46;  ///< 廿
constexpr std::uint16_t thirty = 47;  ///< 卅

constexpr std::uint16_t aza = 64;      ///< 字
constexpr std::uint16_t big = 65;      ///< 大
constexpr std::uint16_t small = 66;    ///< 小
constexpr std::uint16_t cho = 67;      ///< 丁
constexpr std::uint16_t me = 68;       ///< 目
constexpr std::uint16_t ban = 69;      ///< 番
constexpr std::uint16_t chi = 70;      ///< 地
constexpr std::uint16_t go = 71;       ///< 号
constexpr std::uint16_t no = 72;       ///< ノ の 之
constexpr std::uint16_t jo = 73;       ///< 条
constexpr std::uint16_t ordinal = 74;  ///< 第
constexpr std::uint16_t wari = 75;     ///< 割
constexpr std::uint16_t machi = 76;    ///< 町
constexpr std::uint16_t mura = 77;     ///< 村
constexpr std::uint16_t shi = 78;      ///< 市
constexpr std::uint16_t ku = 79;       ///< 区
constexpr std::uint16_t gun = 80;      ///< 郡
constexpr std::uint16_t upper = 81;    ///< 上
constexpr std::uint16_t lower = 82;    ///< 下
constexpr std::uint16_t enter = 83;    ///< 入
constexpr std::uint16_t ru = 84;       ///< ル る
constexpr std::uint16_t street = 85;   ///< 通
constexpr std::uint16_t edge = 86;     ///< 先
constexpr std::uint16_t outside = 87;  ///< 外
constexpr std::uint16_t without = 88;  ///< 無
constexpr std::uint16_t i = 89;        ///< イ
constexpr std::uint16_t ri = 90;       ///< リ

constexpr std::uint16_t chi_kana = 91;  ///< チ
constexpr std::uint16_t u = 92;         ///< ウ
constexpr std::uint16_t me_kana = 93;   ///< メ

constexpr std::uint16_t first_free = 128;
constexpr std::uint16_t first_number = 0x8000;  ///< + a number below numbers
constexpr std::uint32_t numbers = 0x7000;
/// In front of the rest of a number, for each `numbers` of it: 28,673 is first_high + 1, first_number + 1.
constexpr std::uint16_t first_high = 0xF000;
constexpr std::uint64_t largest_number = std::uint64_t{numbers} * 0xFFF - 1;

constexpr bool is_digit(std::uint16_t s) {
    return s >= digit_0 && s < digit_0 + 10;
}
constexpr bool is_kanji_number(std::uint16_t s) {
    return s >= kanji_0 && s <= thirty;
}
constexpr bool is_number_letter(std::uint16_t s) {
    return s >= digit_0 && s <= thirty;
}

}  // namespace daicho::symbol
