#include "registries/sources/land_map_shape.hpp"

#include <algorithm>
#include <span>

namespace daicho {

namespace {

DrawnPoint drawn(const PlanePoint& point) {
    return {point.y, point.x};
}

DrawnPoint drawn(const GeographicPoint& point) {
    return {point.longitude, point.latitude};
}

template <class Points>
Ring drawn_ring(const Points& points) {
    Ring ring;
    ring.reserve(points.size());
    for (const auto& point : points) ring.push_back(drawn(point));
    return ring;
}

}  // namespace

void LandMapShapes::add_point(const std::string& id, std::optional<PlanePoint> point) {
    if (point) points_.emplace(id, *point);
}

std::optional<PlanePoint> LandMapShapes::point(std::string_view id) const {
    const auto found = points_.find(id);
    if (found == points_.end()) return std::nullopt;
    return found->second;
}

void LandMapShapes::add_line(const std::string& id, const std::vector<PlanePoint>& points, bool turned) {
    const Line line{points_of_lines_.size(), points.size()};
    if (!lines_.emplace(id, line).second) return;
    for (const PlanePoint& point : points) points_of_lines_.push_back(drawn(point));
    if (turned) {
        std::reverse(points_of_lines_.begin() + static_cast<std::ptrdiff_t>(line.first),
                     points_of_lines_.end());
    }
}

void LandMapShapes::add_turned_line(const std::string& id, std::string_view other, bool turned) {
    const auto found = lines_.find(other);
    if (found == lines_.end()) return;
    std::vector<PlanePoint> points;
    for (std::size_t i = 0; i < found->second.count; ++i) {
        const DrawnPoint& point = points_of_lines_[found->second.first + i];
        points.push_back({point.y, point.x});
    }
    add_line(id, points, turned);
}

void LandMapShapes::give_outline(std::string_view surface, LandMapLot& lot) const {
    const auto found = surfaces_.find(surface);
    if (found == surfaces_.end()) return;
    bool closed = true;
    std::vector<std::span<const DrawnPoint>> lines;
    for (const SurfaceRing& ring : found->second) {
        lines.clear();
        for (const std::string& id : ring.lines) {
            const auto line = lines_.find(id);
            closed &= line != lines_.end();
            if (line != lines_.end())
                lines.push_back(std::span(points_of_lines_).subspan(line->second.first, line->second.count));
        }
        const JoinedRing joined = join_lines(lines);
        closed &= joined.closed && joined.points.size() >= 3;
        if (joined.points.size() < 3) continue;
        LandMapRing& made = lot.rings.emplace_back();
        made.hole = ring.hole;
        for (const DrawnPoint& point : joined.points) made.points.push_back({point.y, point.x});
        lot.area += (ring.hole ? -1 : 1) * area_of(joined.points);
    }
    if (!lot.rings.empty()) lot.shape = closed ? LotShape::closed : LotShape::open;
}

void locate(const LandMap& map, LandMapLot& lot) {
    std::vector<Ring> rings;
    for (const LandMapRing& ring : lot.rings) {
        rings.push_back(map.zone ? drawn_ring(map.geographic(ring)) : drawn_ring(ring.points));
    }
    const auto inside = point_inside(rings);
    if (!inside) return;
    if (map.zone) {
        lot.position = GeographicPoint{inside->y, inside->x};
        lot.point = map.zone->to_plane(*lot.position);
    } else {
        lot.point = PlanePoint{inside->y, inside->x};
    }
}

}  // namespace daicho
