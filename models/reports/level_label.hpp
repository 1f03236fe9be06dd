#pragma once

#include "grammars/base/finding.hpp"
#include "grammars/base/language.hpp"

namespace daicho {

/// What a person is told of a level: its name, or LV1未満.
Text level_label(Level level);

}  // namespace daicho
