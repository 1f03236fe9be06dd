#pragma once

#include <optional>
#include <string>

#include "registries/address/address_index.hpp"

namespace daicho {

// The last step of building a registry: its index of addresses, beside it. For who holds the registry's lock.

/// Makes the index of the registry in the file `made` where that of the registry `target` lies, which it is
/// about to become: an index of what is in place now is left alone. Nothing where it has no addresses.
std::optional<AddressIndexFacts> make_index_beside(const std::string& made, const std::string& target,
                                                   const IndexProgress& progress);

/// The same, but made only where the one that is there is not of the same places (`address_generation`), or
/// cannot be used.
std::optional<AddressIndexFacts> keep_index_beside(const std::string& made, const std::string& target,
                                                   const IndexProgress& progress);

/// Removes what is not of the generation that `target` has now: beside it and in the cache. What cannot be
/// removed stays; it does no harm.
void remove_old_indexes(const std::string& target);

}  // namespace daicho
