#pragma once

#include <string_view>

namespace daicho {

/// Check digits of Japan's identifiers. Each takes the places that the digit is made from, and gives
/// '0'..'9'.

/// 法人番号: the 12 digits after the first. 国税庁告示: 9 - (sum with weights 2, 1, 2, 1 … from the left, mod
/// 9).
constexpr char corporate_check_digit(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < 12; ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
    return static_cast<char>('0' + 9 - sum % 9);
}

/// 個人番号: the first 11 digits, weights 2..7, 2..6 from the right, mod 11 (総務省令 85 of 2014, article 5).
constexpr char individual_check_digit(std::string_view digits) {
    int sum = 0;
    for (int place = 1; place <= 11; ++place) {
        const int weight = place <= 6 ? place + 1 : place - 5;
        sum += (digits[static_cast<std::size_t>(11 - place)] - '0') * weight;
    }
    const int rest = sum % 11;
    return static_cast<char>(rest <= 1 ? '0' : '0' + 11 - rest);
}

/// 全国地方公共団体コード: the first 5 digits, weights 6, 5, 4, 3, 2, mod 11.
constexpr char municipality_check_digit(std::string_view digits) {
    int sum = 0;
    for (int i = 0; i < 5; ++i) sum += (digits[static_cast<std::size_t>(i)] - '0') * (6 - i);
    return static_cast<char>('0' + (11 - sum % 11) % 10);
}

/// The digit that brings the sum of digits of all products, with weights 2, 1, 2, 1 …, to a multiple of 10.
/// `first_weight` is that of the first place.
constexpr char modulus_10_check_digit(std::string_view digits, int first_weight) {
    int sum = 0;
    int weight = first_weight;
    for (const char c : digits) {
        const int product = (c - '0') * weight;
        sum += product / 10 + product % 10;
        weight = 3 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

}  // namespace daicho
