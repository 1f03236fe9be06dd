#pragma once

#include <string>

#include "grammars/base/language.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

/// The models compiled in with their classes, code lists and numbers of items.
std::string model_list_text(ModelSet& models, Language language);
std::string model_list_json(ModelSet& models);

}  // namespace daicho
