#pragma once

#include "registries/store/database.hpp"

namespace daicho {

/// Makes the table `place_spacing` anew: how far each town of the table `place` is from the fourth nearest
/// town of its publication, in metres. A wide town has its representative point far from the others, and what
/// lies between is more likely its own (registries/lookup/town_of_point.hpp).
void make_place_spacing(Database& database);

}  // namespace daicho
