#include "registries/reference/place_questions.hpp"

#include <charconv>
#include <optional>

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

bool has_towns(const Registry& registry, std::string_view municipality) {
    if (!registry.has("place")) return false;
    Statement& row = registry.prepared("select 1 from place where kind = 'town' and lg_code = ? limit 1");
    row.bind(0, municipality);
    const bool found = row.step();
    row.reset();
    return found;
}

}  // namespace

std::string position_inside(AskedRegistry& asked, std::string_view key) {
    const Registry& registry = asked.registry;
    if (key.size() < 8) return {};
    const std::string_view municipality = key.substr(0, 6);
    key.remove_prefix(7);
    const auto latitude = take_number(key), longitude = take_number(key);
    if (!latitude || !longitude) return {};
    if (!has_towns(registry, municipality)) return {};
    const auto any = nearest_places(registry, "town", *latitude, *longitude, 1, looked_at);
    if (any.empty()) return "no";
    if (any.front().lg_code == municipality) return "yes";
    const double reach = std::max(near_enough, farther * any.front().metres);
    const auto own = nearest_places(registry, "town", *latitude, *longitude, 1, reach, municipality);
    return own.empty() ? "no" : "yes";
}

}  // namespace daicho
