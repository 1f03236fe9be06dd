#pragma once

#include <string_view>

#include "grammars/base/both_texts.hpp"

namespace daicho {

/// What is said where no kind of value has this name, with the name that was most likely meant.
BothTexts no_such_kind(std::string_view name);

}  // namespace daicho
