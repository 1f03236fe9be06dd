#pragma once

#include <string_view>

#include "grammars/base/both_texts.hpp"

namespace daicho {

/// What is wrong with a text that is no JSON, for the one who is to mend it; `cause` is what the parser
/// (nlohmann) says, behind " - ". A sentence without its end.
BothTexts json_mistake(std::string_view cause);

}  // namespace daicho
