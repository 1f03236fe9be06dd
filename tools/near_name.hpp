#pragma once

#include <string_view>
#include <vector>

#include "grammars/base/both_texts.hpp"
#include "grammars/base/language.hpp"

namespace daicho {

/// "there is no setting 'modle'; did you mean 'model'?" `kind` says what it would be the name of.
BothTexts no_such_name(const Text& kind, std::string_view given, const std::vector<std::string_view>& names);

}  // namespace daicho
