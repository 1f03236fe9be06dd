#pragma once

#include <string_view>
#include <vector>

#include "registries/sources/polygon.hpp"

namespace daicho {

/// The rings of a polygon or several in well-known text (POLYGON, MULTIPOLYGON; x is the longitude): inside
/// is what an odd number of them surrounds. What is no ring of degrees is left out.
std::vector<Ring> read_outline(std::string_view well_known_text);

}  // namespace daicho
