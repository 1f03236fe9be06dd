#pragma once

#include <string_view>

#include "models/engine/address_reference.hpp"
#include "registries/address/address_matcher.hpp"

namespace daicho {

/// What rules are told of an address, see `AddressReference::locate`. The municipality of the record decides
/// only where the text names none, or one of several: a text that names another is another's. Views live as
/// long as the index.
LocatedAddress locate_address(const AddressMatcher& matcher, std::string_view text,
                              std::string_view municipality);

}  // namespace daicho
