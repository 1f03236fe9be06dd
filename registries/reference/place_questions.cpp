#include "registries/reference/place_questions.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "grammars/values/earth_distance.hpp"
#include "registries/lookup/nearest_place.hpp"

namespace daicho {

namespace {

constexpr double near_enough = 5'000;
constexpr double farther = 3;
constexpr double looked_at = 50'000;

std::optional<double> take_number(std::string_view& text) {
    const auto end = std::min(text.find('/'), text.size());
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + end, value);
    if (error != std::errc() || stop != text.data() + end) return std::nullopt;
    text.remove_prefix(std::min(end + 1, text.size()));
    return value;
}

/// The positions of the towns of a municipality: the records of a table ask for those of few.
const std::vector<TownPosition>& towns_of(AskedRegistry& asked, std::string_view municipality) {
    if (const auto* known = asked.positions.find(municipality)) return *known;
    std::vector<TownPosition> towns;
    if (asked.registry.has("place")) {
        Statement& rows = asked.registry.prepared(
            "select latitude, longitude from place where kind = 'town' and lg_code = ?");
        rows.bind(0, municipality);
        while (rows.step()) towns.push_back({rows.real(0), rows.real(1)});
        rows.reset();
    }
    return asked.positions.keep(municipality, std::move(towns));
}

bool is_near(const TownPosition& town, double latitude, double longitude) {
    constexpr double reach = 0.05;  // degrees of latitude, more than `near_enough`
    return std::abs(town.latitude - latitude) < reach &&
           metres_between(latitude, longitude, town.latitude, town.longitude) <= near_enough;
}

}  // namespace

std::string position_inside(AskedRegistry& asked, std::string_view key) {
    const Registry& registry = asked.registry;
    if (key.size() < 8) return {};
    const std::string_view municipality = key.substr(0, 6);
    key.remove_prefix(7);
    const auto latitude = take_number(key), longitude = take_number(key);
    if (!latitude || !longitude) return {};
    const auto& towns = towns_of(asked, municipality);
    if (towns.empty()) return {};
    const auto near = [&](const TownPosition& town) { return is_near(town, *latitude, *longitude); };
    if (std::ranges::any_of(towns, near)) return "yes";
    const auto any = nearest_places(registry, "town", *latitude, *longitude, 1, looked_at);
    if (any.empty()) return "no";
    if (any.front().lg_code == municipality) return "yes";
    const double reach = std::max(near_enough, farther * any.front().metres);
    const auto own = nearest_places(registry, "town", *latitude, *longitude, 1, reach, municipality);
    return own.empty() ? "no" : "yes";
}

}  // namespace daicho
