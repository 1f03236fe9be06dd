#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "registries/lookup/place_name.hpp"

namespace daicho {

/// What tells the town that a point lies in, the best first.
enum class PointBasis : std::uint8_t {
    outline,       ///< it lies within a lot of a land registry map
    town_outline,  ///< it lies within the outline of the town, or next to it
    residence,     ///< the nearest residence is a few steps away
    block,
    parcel,
    municipality_outline,  ///< the representative points of towns within the outline of the municipality
    towns,                 ///< the representative points of towns alone: no area is known
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
    /// Whose outline holds the point (`metres` is 0), or is nearest to it, where that was asked for.
    std::optional<NearPlace> municipality;
};

/// The towns that a point may lie in, up to `count`. The municipality is that of the outline around the
/// point; if none is around it, nothing is certain, and the nearest within 300 m is taken. Where the outline
/// of a lot or town, or positions of lots, blocks or residences are near, they tell the town; else the towns
/// of the municipality compete (all around it, where no outline tells it), each as strong as it is wide: the
/// distance to its representative point counts by the square root of how far its neighbours are
/// (place_spacing). Between two municipalities of which one is less than 2.5 times as near in this measure,
/// nothing is certain; a town needs 3. With `municipality` (see `nearest_places`) only its towns are looked
/// at.
TownsOfPoint towns_of_point(const Registry& registry, const PlaceNamer& namer, double latitude,
                            double longitude, std::string_view municipality, std::size_t count);

}  // namespace daicho
