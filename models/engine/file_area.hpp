#pragma once

#include <string>

#include "grammars/formats/batch.hpp"
#include "models/engine/address_reference.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/model.hpp"

namespace daicho {

/// The municipality (of wards their city) or prefecture that nearly all of the first records of a table are
/// of, by their codes and addresses: what its addresses mean where they name none. 6 digits; empty: the
/// records are of several, or do not tell.
std::string area_of(const Batch& batch, const Model& model, const Binding& binding,
                    const AddressReference& addresses);

}  // namespace daicho
