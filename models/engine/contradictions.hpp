#pragma once

#include <string>
#include <vector>

#include "grammars/base/span.hpp"
#include "grammars/model_language/syntax.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// What a model asks for and rules out at once.
struct Contradiction {
    Span where;
    std::string ja, en;
};

/// Items of a class that no value can be of (limits beyond which the kind does not go, a list without codes),
/// and items that a required pattern asks for and the class forbids. `model` is the class compiled.
std::vector<Contradiction> contradictions_of(const Model& model, const syntax::Class& tree);

}  // namespace daicho
