#pragma once

#include <string>
#include <string_view>

namespace daicho::spellings {

/// 123 as １２３; what is no ASCII digit stays.
std::string full_width_digits(std::string_view digits);

/// 103 as 一〇三.
std::string kanji_digits(std::string_view digits);

/// 103 as 百三, 10 as 十; numbers from 1 to 99999.
std::string counted_kanji(std::string_view digits);

/// Whether `text` is one or more ASCII digits.
bool all_digits(std::string_view text);

}  // namespace daicho::spellings
