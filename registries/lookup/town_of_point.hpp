#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "registries/lookup/place_name.hpp"

namespace daicho {

/// What tells the town that a point lies in, the best first.
enum class PointBasis : std::uint8_t {
    outline,    ///< it lies within a lot of a land registry map
    residence,  ///< the nearest residence is a few steps away
    block,
    parcel,
    towns,  ///< the representative points of towns alone: no area is known
};

/// How far down the answer is certain.
enum class PointCertainty : std::uint8_t { none, municipality, oaza_cho, town };

/// A town that a point may lie in.
struct PointTown {
    NamedPlace named;  ///< the row that says so, without its number
    PointBasis basis = PointBasis::towns;
};

struct TownsOfPoint {
    std::vector<PointTown> towns;  ///< the likeliest first, each once
    PointCertainty certainty = PointCertainty::none;
};

/// The towns that a point may lie in, up to `count`. Where positions of lots, blocks or residences, or the
/// outline of a lot are near, they tell; else the towns around it compete, each as strong as it is wide: the
/// distance to its representative point counts by the square root of how far its neighbours are
/// (place_spacing). Between two municipalities of which one is less than 2.5 times as near in this measure,
/// nothing is certain; a town needs 3. With `municipality` (see `nearest_places`) only its towns are looked
/// at.
TownsOfPoint towns_of_point(const Registry& registry, const PlaceNamer& namer, double latitude,
                            double longitude, std::string_view municipality, std::size_t count);

}  // namespace daicho
