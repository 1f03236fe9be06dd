#pragma once

#include "registries/quality/quality.hpp"

// The functions of the table in quality.cpp, in its order, by the file that has them. A check is called only
// where the registry has its tables.
namespace daicho {

// municipality_codes.cpp
void find_unknown_municipalities(const Registry& registry, QualityRemarks& remarks);
void find_ended_municipalities(const Registry& registry, QualityRemarks& remarks);
void find_empty_municipalities(const Registry& registry, QualityRemarks& remarks);

// periods.cpp
void find_ends_before_starts(const Registry& registry, QualityRemarks& remarks);

// town_names.cpp
void find_towns_twice(const Registry& registry, QualityRemarks& remarks);
void find_towns_as_koaza(const Registry& registry, QualityRemarks& remarks);

// chome_names.cpp
void find_wrong_chome_numbers(const Registry& registry, QualityRemarks& remarks);
void find_chome_in_digits(const Registry& registry, QualityRemarks& remarks);

// residential_flags.cpp
void find_wrong_residential_flags(const Registry& registry, QualityRemarks& remarks);

// points_outside.cpp
void find_points_outside(const Registry& registry, QualityRemarks& remarks);

// town_points.cpp
void find_town_points_astray(const Registry& registry, QualityRemarks& remarks);
void find_town_points_alone(const Registry& registry, QualityRemarks& remarks);

// point_lists.cpp
void find_town_points_that_differ(const Registry& registry, QualityRemarks& remarks);

// lot_points.cpp
void find_block_points_far_off(const Registry& registry, QualityRemarks& remarks);
void find_residence_points_far_off(const Registry& registry, QualityRemarks& remarks);
void find_parcel_points_far_off(const Registry& registry, QualityRemarks& remarks);

// programmes.cpp
void find_programmes_twice(const Registry& registry, QualityRemarks& remarks);
void find_programmes_over(const Registry& registry, QualityRemarks& remarks);
void find_municipal_programmes_twice(const Registry& registry, QualityRemarks& remarks);
void find_municipal_programmes_over(const Registry& registry, QualityRemarks& remarks);

}  // namespace daicho
