#pragma once

#include <memory>
#include <string>

#include "models/engine/corporation_search.hpp"

namespace daicho {

class AddressMatcher;  // registries/address/address_matcher.hpp

/// Finds corporations by name in the registry at `path` (`CorporationFinder`); null where it has no
/// corporations, or no index of their names. `addresses` may be null; else it must live longer. Throws Error
/// where there is no registry.
std::unique_ptr<CorporationSearch> registered_names(const std::string& path, const AddressMatcher* addresses);

}  // namespace daicho
