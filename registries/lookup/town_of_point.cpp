#include "registries/lookup/town_of_point.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "grammars/values/municipality_levels.hpp"
#include "registries/embedded/municipality_history.hpp"
#include "registries/lookup/outline_of_point.hpp"

namespace daicho {

namespace {

constexpr double farthest_town = 20'000, farthest_lot = 100;
/// Harbours and bridges lie beside the outlines of the coast.
constexpr double beside_outline = 300;
/// Beyond this a representative point says nothing for certain.
constexpr double trusted_town = 5'000;
constexpr std::size_t towns_looked_at = 28;  // several publications may have each
constexpr double usual_spacing = 1'000, narrowest_spacing = 20;
/// How much farther the next one must be for the first to be certain.
constexpr double certain_municipality = 2.5, certain_town = 3;

struct Point {
    double latitude, longitude;
    std::string_view asked;  ///< where towns are looked for, as published; empty: everywhere
    std::string_view drawn;  ///< the municipality of today whose outline is around; empty: not known

    bool is_wanted(const NamedPlace& named) const {
        return drawn.empty() || lies_within(named.lg_code, drawn);
    }
};

/// A town with its distance as it counts.
struct Rival {
    PointTown town;
    double strength = 0;
};

std::vector<NearPlace> near(const Registry& registry, std::string_view kind, const Point& point,
                            std::size_t count, double metres) {
    return nearest_places(registry, kind, point.latitude, point.longitude, count, metres, point.asked);
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
        if (named && point.is_wanted(*named)) found.push_back({{std::move(*named)}, strength});
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

/// What an outline or the nearest lots, residences or blocks say.
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
        if (!named || named->ended || !point.is_wanted(*named)) continue;
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

/// The lot of a land registry map that holds the point.
std::optional<Told> told_by_map(const Registry& registry, const PlaceNamer& namer, const Point& point) {
    auto lot = outline_of_point(registry, "lot", point.latitude, point.longitude, 0);
    auto named = lot ? namer.name(std::move(*lot)) : std::nullopt;
    if (!named) return std::nullopt;
    return Told{{std::move(*named), PointBasis::outline}};
}

/// The town that the census draws around the point, where it lies in the municipality.
std::optional<Told> told_by_census(const Registry& registry, const PlaceNamer& namer, const Point& point) {
    auto town = outline_of_point(registry, "town", point.latitude, point.longitude, beside_outline);
    auto named = town ? namer.name(std::move(*town)) : std::nullopt;
    if (!named || named->ended || !point.is_wanted(*named)) return std::nullopt;
    if (!point.asked.empty() && !lies_within(named->lg_code, point.asked)) return std::nullopt;
    const bool around = named->place.metres == 0, known = !named->oaza_cho.empty();
    return Told{{std::move(*named), PointBasis::town_outline},
                !around ? PointCertainty::none
                : known ? PointCertainty::town
                        : PointCertainty::municipality};
}

std::optional<Told> told_by_numbers(const Registry& registry, const PlaceNamer& namer, const Point& point) {
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

std::optional<Told> told(const Registry& registry, const PlaceNamer& namer, const Point& point) {
    for (const auto say : {told_by_map, told_by_census, told_by_numbers}) {
        if (auto town = say(registry, namer, point)) return town;
    }
    return std::nullopt;
}

/// The outline around the point, or the nearest: not where the next town is of a municipality that has none
/// in the registry, so that the point may lie in that.
std::optional<NearPlace> municipality_outline(const Registry& registry, const PlaceNamer& namer,
                                              const Point& point) {
    auto outline =
        outline_of_point(registry, "municipality", point.latitude, point.longitude, beside_outline);
    if (!outline || outline->metres == 0) return outline;
    const auto next = rivals(registry, namer, point);
    const bool drawn = next.empty() || has_outline(registry, "municipality", next.front().town.named.lg_code);
    return drawn ? outline : std::nullopt;
}

/// What the outlines say of a point.
struct Drawn {
    std::string municipality;          ///< its code of today; empty: they do not tell
    std::optional<NearPlace> outline;  ///< around the point, or beside it

    bool around() const { return outline && outline->metres == 0; }
};

Drawn drawn_around(const Registry& registry, const PlaceNamer& namer, const Point& point) {
    auto outline = municipality_outline(registry, namer, point);
    if (!outline) return {};
    const auto code = MunicipalityHistory::embedded().code_of_today(outline->lg_code);
    const bool wanted = !code.empty() && (point.asked.empty() || lies_within(code, point.asked));
    return {wanted ? std::string(code) : std::string(), std::move(outline)};
}

/// The towns around a point; of its municipality, where that is known, however far away.
std::vector<Rival> rivals_within(const Registry& registry, const PlaceNamer& namer, Point point) {
    auto found = rivals(registry, namer, point);
    if (!found.empty() || point.drawn.empty()) return found;
    point.asked = point.drawn;
    return rivals(registry, namer, point);
}

bool is_municipality(std::string_view code) {
    return !code.empty() && !is_prefecture_code(code) && !may_have_wards(code);
}

}  // namespace

TownsOfPoint towns_of_point(const Registry& registry, const PlaceNamer& namer, double latitude,
                            double longitude, std::string_view municipality, std::size_t count) {
    Point point{latitude, longitude, municipality, {}};
    const bool asked = is_municipality(municipality);
    Drawn drawn = asked ? Drawn{} : drawn_around(registry, namer, point);
    point.drawn = drawn.municipality;
    std::vector<Rival> all = rivals_within(registry, namer, point);
    TownsOfPoint found;
    const bool beside = drawn.outline && !drawn.around();
    const bool known = asked || (drawn.around() && !point.drawn.empty());
    if (!all.empty() && !beside) found.certainty = certainty_of(all, known);
    if (auto first = told(registry, namer, point)) {
        std::erase_if(all,
                      [&](const Rival& rival) { return rival.town.named.town == first->town.named.town; });
        first->town.named.name = first->town.named.town;
        found.certainty = beside ? PointCertainty::none : first->certainty;
        found.towns.push_back(std::move(first->town));
    }
    for (Rival& rival : all) {
        if (found.towns.size() >= count) break;
        if (!point.drawn.empty()) rival.town.basis = PointBasis::municipality_outline;
        found.towns.push_back(std::move(rival.town));
    }
    found.municipality = std::move(drawn.outline);
    return found;
}

}  // namespace daicho
