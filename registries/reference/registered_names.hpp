#pragma once

#include <memory>
#include <string>

#include "models/engine/body_search.hpp"

namespace daicho {

class AddressMatcher;  // registries/address/address_matcher.hpp

/// Finds bodies by name in the registry at `path` (`BodyFinder`); null where it has no corporations, or no
/// index of their names. `addresses` may be null; else it must live longer. Throws Error where there is no
/// registry.
std::unique_ptr<BodySearch> registered_names(const std::string& path, const AddressMatcher* addresses);

}  // namespace daicho
