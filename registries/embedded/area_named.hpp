#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// The code (6 digits) of the prefecture, municipality or ward of today that `text` names, by a code of two,
/// five or six digits or by its name; one that ended leads to what it became. Empty: none, or not one alone.
std::string area_named(std::string_view text);

}  // namespace daicho
