#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// A code point as at least four hexadecimal digits in capital letters: "9089", "E0100".
std::string code_point_digits(char32_t value);

/// How Unicode names a code point: "U+9089".
std::string code_point_name(char32_t value);

/// The names of all code points of a valid UTF-8 text, separated by spaces: "U+9089 U+E0100".
std::string code_point_names(std::string_view text);

}  // namespace daicho
