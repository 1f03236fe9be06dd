#pragma once

#include <string_view>

#include "registries/address/address_search.hpp"

namespace daicho {

/// Makes the answer of the candidates.
AddressAnswer make_address_answer(const IndexView& index, std::string_view source,
                                  const AddressSearch& search, AddressCandidates& found,
                                  const AddressOptions& options);

}  // namespace daicho
