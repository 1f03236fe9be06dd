#pragma once

#include <string_view>

#include "registries/lookup/lookup.hpp"
#include "tools/server/service.hpp"

namespace daicho {

/// The thing of that id, and nothing that is only like it: no names, no repaired numbers. Several where
/// several things have the id (areas of a postal code).
LookupAnswer find_by_id(const Snapshot& data, const ServedKind& kind, std::string_view id,
                        LookupContext context);

}  // namespace daicho
