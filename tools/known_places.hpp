#pragma once

#include "grammars/values/address_resolver.hpp"

namespace daicho {

/// The compiled-in names of places, read when the first one is asked for: most runs never ask.
const AddressResolver& known_places();

}  // namespace daicho
