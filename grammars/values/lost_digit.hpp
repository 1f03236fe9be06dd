#pragma once

#include <cstddef>
#include <string_view>

#include "grammars/base/span.hpp"

namespace daicho {

/// Whether the character at byte `at` of an address stands where a digit or a hyphen of its number was lost
/// or mistyped: `5?13`, `8番l号`, `2O番1号`, `1○番3号`, `2-8-l`. Which one it was cannot be known. UTF-8, of
/// any width.
bool is_lost_digit(std::string_view text, std::size_t at);

/// The first such character; npos: there is none.
std::size_t find_lost_digit(std::string_view text);

/// 0-0, 0-0-0: zeros that a form was filled with where no number of a lot is known. `{}`: there are none.
/// UTF-8, narrow digits.
Span find_zeros_for_number(std::string_view text);

}  // namespace daicho
