#include "registries/lookup/town_of_point.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "grammars/values/municipality_levels.hpp"
#include "registries/lookup/place_outline.hpp"

namespace daicho {

namespace {

constexpr double farthest_town = 20'000, farthest_lot = 100, farthest_outline = 1'000;
/// Beyond this a representative point says nothing for certain.
constexpr double trusted_town = 5'000;
constexpr std::size_t towns_looked_at = 28;  // several publications may have each
constexpr double usual_spacing = 1'000, narrowest_spacing = 20;
/// How much farther the next one must be for the first to be certain.
constexpr double certain_municipality = 2.5, certain_town = 3;

struct Point {
    double latitude, longitude;
    std::string_view municipality;
};

/// A town with its distance as it counts.
struct Rival {
    PointTown town;
    double strength = 0;
};

std::vector<NearPlace> near(const Registry& registry, std::string_view kind, const Point& point,
                            std::size_t count, double metres) {
    return nearest_places(registry, kind, point.latitude, point.longitude, count, metres, point.municipality);
}

double spacing_of(const Registry& registry, const NearPlace& place) {
    if (!registry.has("place_spacing")) return usual_spacing;
    Statement& row = registry.prepared(
        "select metres from place_spacing where key = ? and latitude = ? and longitude = ?");
    row.bind(0, std::string_view(place.key));
    row.bind(1, place.latitude);
    row.bind(2, place.longitude);
    const double metres = row.step() ? row.real(0) : usual_spacing;
    row.reset();
    return std::max(metres, narrowest_spacing);
}

/// Towns by what their points say, each once, the strongest first.
std::vector<Rival> rivals(const Registry& registry, const PlaceNamer& namer, const Point& point) {
    std::vector<Rival> found;
    for (NearPlace& place : near(registry, "town", point, towns_looked_at, farthest_town)) {
        const double strength = place.metres / std::sqrt(spacing_of(registry, place));
        auto named = namer.name(std::move(place));
        if (named) found.push_back({{std::move(*named)}, strength});
    }
    std::ranges::stable_sort(found, {}, &Rival::strength);
    std::vector<Rival> once;
    for (Rival& rival : found) {
        const bool known = std::ranges::any_of(
            once, [&](const Rival& other) { return other.town.named.name == rival.town.named.name; });
        if (!known) once.push_back(std::move(rival));
    }
    return once;
}

using Part = std::string NamedPlace::*;

/// Whether what differs from the first in `part` is so many times as weak.
bool stands_out(const std::vector<Rival>& all, Part part, double times) {
    const NamedPlace& first = all.front().town.named;
    const auto next =
        std::ranges::find_if(all, [&](const Rival& rival) { return rival.town.named.*part != first.*part; });
    return next == all.end() || next->strength >= times * all.front().strength;
}

PointCertainty certainty_of(const std::vector<Rival>& all, bool municipality_known) {
    const NamedPlace& first = all.front().town.named;
    const bool near_enough = first.place.metres <= trusted_town && !first.ended;
    const bool municipality =
        municipality_known || (near_enough && stands_out(all, &NamedPlace::lg_code, certain_municipality));
    if (!municipality) return PointCertainty::none;
    if (!near_enough || first.oaza_cho.empty() || !stands_out(all, &NamedPlace::oaza_cho, certain_town))
        return PointCertainty::municipality;
    return stands_out(all, &NamedPlace::town, certain_town) ? PointCertainty::town : PointCertainty::oaza_cho;
}

/// The lot of a land registry map that holds the point.
std::optional<NamedPlace> lot_around(const Registry& registry, const PlaceNamer& namer, const Point& point) {
    if (!registry.has("land_map_lot")) return std::nullopt;
    for (NearPlace& place : near(registry, "parcel", point, 60, farthest_outline)) {
        if (place.table != "land_map_lot") continue;
        Statement& row =
            registry.prepared("select outline from land_map_lot where map_file = ? and moj_map_brushid = ?");
        const std::string_view key = place.key;
        const auto end = std::min(key.rfind('/'), key.size() - 1);
        row.bind(0, key.substr(0, end));
        row.bind(1, key.substr(end + 1));
        const bool holds = row.step() && outline_holds(row.text(0), point.latitude, point.longitude);
        row.reset();
        if (holds) return namer.name(std::move(place));
    }
    return std::nullopt;
}

/// What the nearest lots, residences or blocks say.
struct Told {
    PointTown town;
    PointCertainty certainty = PointCertainty::town;
};

/// Those about as near as the nearest must say the same.
std::optional<Told> told_by(const Registry& registry, const PlaceNamer& namer, const Point& point,
                            std::string_view kind, PointBasis basis) {
    std::optional<Told> told;
    for (NearPlace& place : near(registry, kind, point, 5, farthest_lot)) {
        const double metres = place.metres;
        auto named = namer.name(std::move(place));
        if (!named || named->ended) continue;
        if (!told) {
            told = Told{{std::move(*named), basis}};
            continue;
        }
        const NamedPlace& first = told->town.named;
        if (metres > 2 * first.place.metres + 10) break;
        if (named->lg_code != first.lg_code) {
            told->certainty = PointCertainty::none;
        } else if (named->town != first.town) {
            told->certainty =
                std::min(told->certainty, named->oaza_cho == first.oaza_cho ? PointCertainty::oaza_cho
                                                                            : PointCertainty::municipality);
        }
    }
    return told;
}

std::optional<Told> told_by_lots(const Registry& registry, const PlaceNamer& namer, const Point& point) {
    if (auto lot = lot_around(registry, namer, point)) return Told{{std::move(*lot), PointBasis::outline}};
    constexpr std::pair<std::string_view, PointBasis> kinds[] = {
        {"residence", PointBasis::residence}, {"block", PointBasis::block}, {"parcel", PointBasis::parcel}};
    std::optional<Told> best;
    for (const auto& [kind, basis] : kinds) {
        auto told = told_by(registry, namer, point, kind, basis);
        if (told && (!best || told->town.named.place.metres < best->town.named.place.metres))
            best = std::move(told);
    }
    return best;
}

}  // namespace

TownsOfPoint towns_of_point(const Registry& registry, const PlaceNamer& namer, double latitude,
                            double longitude, std::string_view municipality, std::size_t count) {
    const Point point{latitude, longitude, municipality};
    std::vector<Rival> all = rivals(registry, namer, point);
    TownsOfPoint found;
    const bool known =
        !municipality.empty() && !is_prefecture_code(municipality) && !may_have_wards(municipality);
    if (!all.empty()) found.certainty = certainty_of(all, known);
    if (auto told = told_by_lots(registry, namer, point)) {
        std::erase_if(all,
                      [&](const Rival& rival) { return rival.town.named.town == told->town.named.town; });
        told->town.named.name = told->town.named.town;
        found.certainty = told->certainty;
        found.towns.push_back(std::move(told->town));
    }
    for (Rival& rival : all) {
        if (found.towns.size() >= count) break;
        found.towns.push_back(std::move(rival.town));
    }
    return found;
}

}  // namespace daicho
