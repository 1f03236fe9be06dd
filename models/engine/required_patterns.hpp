#pragma once

#include <vector>

#include "models/engine/model_compiler.hpp"

namespace daicho {

/// The required patterns of a class whose slots are laid out: those that it writes, each with the items that
/// are required in any case; or one without a name. Items that are `required for exchange` make further ones,
/// `Exchange` and `ExchangePeacetime`. Throws Error that points at the place in the file.
std::vector<RequiredPattern> required_patterns(const ModelSource& source, const syntax::Class& tree,
                                               const Model& model, const ModelLibrary& library);

}  // namespace daicho
