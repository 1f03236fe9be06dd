#pragma once

#include <vector>

#include "grammars/base/error.hpp"
#include "models/engine/model_set.hpp"

namespace daicho {

/// What is wrong with a file that can be parsed: its classes are compiled, its code lists read, the models
/// that it uses looked up; names may stand only once. One error a class at most, each with its place in the
/// file.
std::vector<Error> check_model(ModelSet& models, const ModelSource& source);

}  // namespace daicho
