#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// The character that stands for all spellings of `c` in names of places (`fold::names_of_places`); 0 for
/// a variation selector, which counts for nothing, and U+FFFF, which no name has, for what stays outside
/// the BMP.
char16_t folded(char32_t c);

/// A name of the table with all its characters folded.
std::u16string folded_name(std::string_view name);

}  // namespace daicho
