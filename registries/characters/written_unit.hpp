#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// The unit that a cell of a table means, in UTF-8: the character itself, or its code: "U+845B", "845B",
/// "0x845b", "845B_E0102". Empty where it is none of these.
std::string written_unit(std::string_view text);

}  // namespace daicho
