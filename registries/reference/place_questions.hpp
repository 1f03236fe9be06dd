#pragma once

#include <string>
#include <string_view>

#include "registries/reference/asked_registry.hpp"

namespace daicho {

/// Whether the place "131059/35.71/139.75" (municipality, latitude, longitude) may lie in the municipality,
/// judged by the positions of its towns: "no" where the nearest town of the municipality is more than 5 km
/// away and three times as far as the nearest town of another one; empty where the registry has no positions
/// of it.
std::string position_inside(AskedRegistry& asked, std::string_view key);

}  // namespace daicho
