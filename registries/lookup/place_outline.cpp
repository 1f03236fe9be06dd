#include "registries/lookup/place_outline.hpp"

#include <charconv>
#include <optional>
#include <system_error>

namespace daicho {

namespace {

struct Corner {
    double x = 0, y = 0;
};

std::optional<double> take_degrees(std::string_view& text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

/// Whether a line from the point to the east crosses the edge.
bool crosses(const Corner& from, const Corner& to, const Corner& point) {
    if ((from.y > point.y) == (to.y > point.y)) return false;
    return point.x < from.x + (to.x - from.x) * (point.y - from.y) / (to.y - from.y);
}

/// Takes one ring without its brackets, whose last corner is its first; whether a line from the point to the
/// east leaves it more often than it enters it.
bool ring_holds(std::string_view ring, const Corner& point) {
    bool inside = false;
    std::optional<Corner> last;
    while (!ring.empty()) {
        const auto x = take_degrees(ring), y = take_degrees(ring);
        if (!x || !y) return false;
        const Corner corner{*x, *y};
        if (last && crosses(*last, corner, point)) inside = !inside;
        last = corner;
    }
    return inside;
}

}  // namespace

bool outline_holds(std::string_view well_known_text, double latitude, double longitude) {
    bool inside = false;
    while (true) {
        const auto end = well_known_text.find(')');
        if (end == well_known_text.npos) return inside;
        const auto ring = well_known_text.substr(0, end);
        const auto begin = ring.rfind('(');
        if (begin != ring.npos && ring_holds(ring.substr(begin + 1), {longitude, latitude})) inside = !inside;
        well_known_text.remove_prefix(end + 1);
    }
}

}  // namespace daicho
