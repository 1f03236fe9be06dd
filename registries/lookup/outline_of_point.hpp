#pragma once

#include <optional>
#include <string_view>

#include "registries/lookup/nearest_place.hpp"

namespace daicho {

/// What is drawn around a point: a "municipality", a "town" or a "lot", the first by its key where outlines
/// overlap; `metres` is 0 and `name` is never empty. Where the point is in none, the nearest that is less
/// than `metres` away, with its distance. With a `municipality` (6 digits) only what has its code. Nothing
/// where the registry has no such outline there.
std::optional<NearPlace> outline_of_point(const Registry& registry, std::string_view kind, double latitude,
                                          double longitude, double metres,
                                          std::string_view municipality = {});

/// Whether the registry has an outline of this kind and municipality.
bool has_outline(const Registry& registry, std::string_view kind, std::string_view municipality);

/// The farthest that can be asked for: the neighbours of a cell are looked at.
constexpr double farthest_outline = 700;

}  // namespace daicho
