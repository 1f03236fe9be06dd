#include "registries/store/outline_piece.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace daicho {

namespace {

/// Whether a line from the point to the east crosses the edge.
bool crosses(const GridPoint& from, const GridPoint& to, const GridPoint& point) {
    if ((from.y > point.y) == (to.y > point.y)) return false;
    const auto part = [](std::int64_t value) { return static_cast<double>(value); };
    return part(point.x - from.x) < part(to.x - from.x) * part(point.y - from.y) / part(to.y - from.y);
}

template <class Use>
void for_each_edge(const GridRing& ring, Use&& use) {
    for (std::size_t i = 0; i < ring.size(); ++i) use(ring[i], ring[i + 1 == ring.size() ? 0 : i + 1]);
}

/// Metres east and north of a point, on the plane that touches the Earth there.
class Around {
 public:
    explicit Around(const GridPoint& point)
        : point_(point), east_(north_ * std::cos(static_cast<double>(point.y) * radians_)) {}

    double metres_to(const GridPoint& from, const GridPoint& to) const {
        const double x = east(from), y = north(from), dx = east(to) - x, dy = north(to) - y;
        const double square = dx * dx + dy * dy;
        const double at = square > 0 ? std::clamp(-(x * dx + y * dy) / square, 0.0, 1.0) : 0;
        return std::hypot(x + at * dx, y + at * dy);
    }

 private:
    double east(const GridPoint& other) const { return static_cast<double>(other.x - point_.x) * east_; }
    double north(const GridPoint& other) const { return static_cast<double>(other.y - point_.y) * north_; }

    static constexpr double radians_ = std::numbers::pi / 180 / outline_units_per_degree;
    static constexpr double north_ = 6'371'008.8 * radians_;  // metres of a unit
    GridPoint point_;
    double east_;
};

GridRing whole_cell(std::int64_t cell) {
    const auto [x, y] = outline_corner(cell);
    const std::int64_t side = outline_cell_side;
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

void add_number(std::string& bytes, std::int64_t number) {
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xFF);
}

std::int64_t take_number(std::string_view& bytes) {
    std::int64_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number |= std::int64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    bytes.remove_prefix(4);
    return number;
}

}  // namespace

GridPoint grid_point(double latitude, double longitude) {
    const auto units = [](double degrees) { return std::llround(degrees * outline_units_per_degree); };
    return {units(longitude), units(latitude)};
}

bool OutlinePiece::holds(const GridPoint& point) const {
    bool inside = rings.empty();
    for (const GridRing& ring : rings) {
        for_each_edge(
            ring, [&](const GridPoint& from, const GridPoint& to) { inside ^= crosses(from, to, point); });
    }
    return inside;
}

double OutlinePiece::metres_to(const GridPoint& point) const {
    const Around around(point);
    double nearest = std::numeric_limits<double>::infinity();
    const auto look = [&](const GridPoint& from, const GridPoint& to) {
        nearest = std::min(nearest, around.metres_to(from, to));
    };
    if (rings.empty()) for_each_edge(whole_cell(cell), look);
    for (const GridRing& ring : rings) for_each_edge(ring, look);
    return nearest;
}

std::string piece_bytes(const OutlinePiece& piece) {
    const GridPoint corner = outline_corner(piece.cell);
    std::string bytes;
    for (const GridRing& ring : piece.rings) {
        add_number(bytes, static_cast<std::int64_t>(ring.size()));
        for (const GridPoint& point : ring) {
            add_number(bytes, point.x - corner.x);
            add_number(bytes, point.y - corner.y);
        }
    }
    return bytes;
}

OutlinePiece read_piece(std::int64_t cell, std::string_view bytes) {
    const GridPoint corner = outline_corner(cell);
    OutlinePiece piece{cell, {}};
    while (bytes.size() >= 4) {
        const auto points = static_cast<std::size_t>(take_number(bytes));
        GridRing& ring = piece.rings.emplace_back();
        ring.reserve(std::min(points, bytes.size() / 8));
        while (ring.size() < points && bytes.size() >= 8) {
            const std::int64_t x = take_number(bytes), y = take_number(bytes);
            ring.push_back({corner.x + x, corner.y + y});
        }
        if (ring.size() < points) break;
    }
    return piece;
}

}  // namespace daicho
