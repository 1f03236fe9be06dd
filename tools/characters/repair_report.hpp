#pragma once

#include <string>

#include "grammars/base/language.hpp"
#include "grammars/formats/mojibake_text.hpp"

namespace daicho {

/// What `characters repair` did to a file, or to a text where `name` is empty.
std::string repair_text(const std::string& name, const TextRepair& repair, Language language);
/// One object a part, each with its line end.
std::string repair_json(const std::string& name, const TextRepair& repair);

}  // namespace daicho
