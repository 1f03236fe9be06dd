#pragma once

#include <string_view>

namespace daicho {

/// Whether the point lies within a polygon or several in well-known text (POLYGON, MULTIPOLYGON; x is the
/// longitude). Inside is what an odd number of rings surrounds. False for text that is neither.
bool outline_holds(std::string_view well_known_text, double latitude, double longitude);

}  // namespace daicho
