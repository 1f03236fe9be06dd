#pragma once

#include <string>

#include "grammars/base/language.hpp"
#include "models/engine/model_index.hpp"

namespace daicho {

/// The models compiled in with their classes, code lists and numbers of items.
std::string model_list_text(const ModelIndex& index, Language language);
std::string model_list_json(const ModelIndex& index);

}  // namespace daicho
