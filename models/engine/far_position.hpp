#pragma once

#include "grammars/values/address_resolver.hpp"

namespace daicho {

/// Whether a position so many metres from the point of an address speaks of another place (R413, R414): sites
/// of schools and parks are no wider than a kilometre; ten from the point of a town, and 150 from that of a
/// municipality (十島村 is the longest with people in it), their edge has been left in nearly all cases.
/// Points of prefectures say nothing.
bool is_far(MatchLevel point_level, double metres);

}  // namespace daicho
