#pragma once

#include <string_view>

#include "registries/address/address_answer.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

/// Adds the towns of the postal code, which is all that `query` has, as candidates. False: the registry does
/// not know the code.
bool add_towns_of_postal_code(LookupAnswer& found, std::string_view query, const AddressAnswer& answer,
                              const LookupContext& context);

}  // namespace daicho
