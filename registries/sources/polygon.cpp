#include "registries/sources/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace daicho {

namespace {

using Line = std::span<const DrawnPoint>;

/// Whether the first of two lines must be turned round to lead to the second.
bool leads_away(Line first, Line second) {
    const auto meets = [&](const DrawnPoint& end) { return end == second.front() || end == second.back(); };
    return !meets(first.back()) && meets(first.front());
}

void append(Ring& ring, Line line, bool turned) {
    if (turned) {
        ring.insert(ring.end(), line.rbegin(), line.rend());
    } else {
        ring.insert(ring.end(), line.begin(), line.end());
    }
}

template <class Use>
void for_each_edge(std::span<const Ring> rings, Use&& use) {
    for (const Ring& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) use(ring[i], ring[(i + 1) % ring.size()]);
    }
}

/// A height at which no ring has a corner, as near to the middle as may be.
std::optional<double> height_between_corners(std::span<const Ring> rings) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for_each_edge(rings, [&](const DrawnPoint& corner, const DrawnPoint&) {
        low = std::min(low, corner.y);
        high = std::max(high, corner.y);
    });
    if (!(low < high)) return std::nullopt;
    const double middle = (low + high) / 2;
    for_each_edge(rings, [&](const DrawnPoint& corner, const DrawnPoint&) {
        double& bound = corner.y <= middle ? low : high;
        bound = corner.y <= middle ? std::max(low, corner.y) : std::min(high, corner.y);
    });
    return (low + high) / 2;
}

}  // namespace

JoinedRing join_lines(std::span<const Line> lines) {
    JoinedRing ring;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line line = lines[i];
        if (line.empty()) continue;
        if (ring.points.empty()) {
            append(ring.points, line,
                   i + 1 < lines.size() && !lines[i + 1].empty() && leads_away(line, lines[i + 1]));
            continue;
        }
        const bool turned = line.front() != ring.points.back() && line.back() == ring.points.back();
        const bool meets = turned || line.front() == ring.points.back();
        ring.closed &= meets;
        if (meets) line = turned ? line.first(line.size() - 1) : line.subspan(1);
        append(ring.points, line, turned);
    }
    ring.closed &= ring.points.size() > 1 && ring.points.front() == ring.points.back();
    while (ring.points.size() > 1 && ring.points.front() == ring.points.back()) ring.points.pop_back();
    return ring;
}

double area_of(const Ring& ring) {
    double twice = 0;
    for_each_edge({&ring, 1}, [&](const DrawnPoint& a, const DrawnPoint& b) {
        const DrawnPoint& base = ring.front();  // small numbers keep their digits
        twice += (a.x - base.x) * (b.y - base.y) - (b.x - base.x) * (a.y - base.y);
    });
    return std::abs(twice) / 2;
}

std::optional<DrawnPoint> point_inside(std::span<const Ring> rings) {
    const auto height = height_between_corners(rings);
    if (!height) return std::nullopt;
    std::vector<double> crossings;
    for_each_edge(rings, [&](const DrawnPoint& a, const DrawnPoint& b) {
        if ((a.y > *height) == (b.y > *height)) return;
        crossings.push_back(a.x + (*height - a.y) * (b.x - a.x) / (b.y - a.y));
    });
    std::ranges::sort(crossings);
    double width = 0, middle = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        const double wide = crossings[i + 1] - crossings[i];
        if (wide <= width) continue;
        width = wide;
        middle = (crossings[i] + crossings[i + 1]) / 2;
    }
    if (width == 0) return std::nullopt;
    return DrawnPoint{middle, *height};
}

}  // namespace daicho
