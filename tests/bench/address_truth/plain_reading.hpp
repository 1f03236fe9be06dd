#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho::truth {

/// A text as a careful clerk would compare it: digits for numerals, no spaces, no 大字 and 字, one letter for
/// those that stand for each other. Shares nothing with the matcher that is measured.
std::string plain(std::string_view text);

/// The longest of `names` (plain texts, sorted) that the plain text begins with; empty: none.
std::string longest_beginning(const std::vector<std::string>& names, std::string_view text);

}  // namespace daicho::truth
