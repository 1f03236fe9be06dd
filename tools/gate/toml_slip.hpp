#pragma once

#include <string_view>

#include "grammars/base/both_texts.hpp"

namespace daicho {

/// What to say of a text that is not TOML, where the library that reads it says `why` (in English, in words
/// of its grammar): what is wrong and how it is written.
BothTexts toml_slip(std::string_view why);

}  // namespace daicho
