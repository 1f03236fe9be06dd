#pragma once

#include <string>
#include <string_view>

#include "registries/registry.hpp"

namespace daicho {

/// Whether a postal code belongs to a town: "1120001/131059/白山" (code, municipality, 町字). "no" where
/// every record of the code names other towns, or other municipalities; empty where the registry does not
/// have the code, where the code is of a large office, or where a record speaks of towns without naming them.
std::string postal_code_agrees(const Registry& registry, std::string_view key);

}  // namespace daicho
