#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// The unit that a cell of a table means, in UTF-8: the character itself, or its code: "U+845B", "845B",
/// "0x845b", "845B_E0102". Empty where it is none of these.
std::string written_unit(std::string_view text);

/// "U+845B", "U+845B U+E0102": as people write the code points of a text.
std::string code_points_of(std::string_view text);

}  // namespace daicho
