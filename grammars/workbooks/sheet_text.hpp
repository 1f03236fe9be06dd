#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace daicho {

/// The length of a text as sheets count it: in units of UTF-16.
std::size_t units_of(std::string_view text);

/// The longest part at the start of `text`, of whole characters, that has at most so many units.
std::string_view first_units(std::string_view text, std::size_t most);

/// `text` so that a reader of the sheet gets it back: "_x000D_" in it would be read as a carriage return.
std::string escaped_for_sheet(std::string_view text);

}  // namespace daicho
