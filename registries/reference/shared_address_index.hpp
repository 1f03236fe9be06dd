#pragma once

#include <memory>
#include <string>

#include "registries/address/index_finder.hpp"

namespace daicho {

/// The index of the registry at `path`, opened once for the whole program as long as somebody holds it, and
/// made where there is none (see `find_or_make_address_index`). Null where the registry has no addresses. May
/// be called from several threads: one makes it, the others wait. Throws Error where there is no registry,
/// or no index can be made.
std::shared_ptr<const AddressIndex> shared_address_index(const std::string& path, const IndexTalk& talk = {});

}  // namespace daicho
