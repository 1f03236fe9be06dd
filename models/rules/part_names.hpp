#pragma once

#include <string>
#include <string_view>

#include "grammars/base/language.hpp"

namespace daicho {

/// The names of parts of a value in one language. Grammars name them in both: `年 (year)`,
/// `町字 (streetAddress)・番地以下 (cityBlock)`; what is not written so (names of places) is given back as it
/// is.
std::string part_names_in(std::string_view both, Language language);

}  // namespace daicho
