#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace daicho {

/// Columns that a character takes on a terminal: 2 for East Asian wide and full-width ones and emoji, 0 for
/// combining marks, variation selectors and joiners, else 1. Control characters take none.
unsigned display_width(char32_t c);

/// Columns that a text of one line takes. An emoji made of several joined by U+200D, with a skin tone or with
/// U+FE0F, takes 2, and so does a flag.
std::size_t display_width(std::string_view text);

/// `text` with spaces behind it up to `columns`.
std::string padded(std::string_view text, std::size_t columns);

/// The size in bytes of the longest part at the start of `text` that takes at most so many columns. It never
/// ends inside a letter with its marks or inside a joined emoji.
std::size_t size_within(std::string_view text, std::size_t columns);

}  // namespace daicho
