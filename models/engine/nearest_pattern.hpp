#pragma once

#include "models/engine/binding.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// The required pattern that a table comes nearest to: the one of which the fewest items and groups have no
/// column, the first of several. A pattern with items that no other pattern asks for is meant only where the
/// table has all of those: a postal code alone does not make an address one abroad (GIF 433, MP07).
const RequiredPattern& nearest_pattern(const Model& model, const Binding& binding);

}  // namespace daicho
