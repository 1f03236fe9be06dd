#include "registries/reference/nearest_place.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "registries/store/grid.hpp"

namespace daicho {

namespace {

constexpr double earth_radius = 6'371'008.8;
constexpr double farthest = 50'000;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// Metres that one step of the grid has at least, at this latitude.
double cell_size(double latitude) {
    const double degree = earth_radius * std::numbers::pi / 180;
    return degree * std::max(0.1, std::cos(radians(latitude))) / grid_cells_per_degree;
}

class Search {
 public:
    Search(const Registry& registry, std::string_view kind, double latitude, double longitude,
           std::string_view municipality)
        : rows_(registry.prepared(
              "select key, latitude, longitude, \"table\", lg_code, name from place where kind = ? and cell "
              "between ? and ?")),
          kind_(kind),
          latitude_(latitude),
          longitude_(longitude),
          municipality_(municipality) {}

    /// Looks at the cells that are `ring` steps away from that of the point.
    void look(std::int64_t ring) {
        const std::int64_t row = grid_line(latitude_), column = grid_line(longitude_);
        for (std::int64_t step = -ring; step <= ring; ++step) {
            const bool edge = step == -ring || step == ring;
            if (edge) {
                look(row + step, column - ring, column + ring);
            } else {
                look(row + step, column - ring, column - ring);
                look(row + step, column + ring, column + ring);
            }
        }
    }

    std::vector<NearPlace>& found() { return found_; }

 private:
    void look(std::int64_t row, std::int64_t first, std::int64_t last) {
        rows_.reset();
        rows_.bind(0, kind_);
        rows_.bind(1, row * grid_row + first);
        rows_.bind(2, row * grid_row + last);
        while (rows_.step()) {
            if (!municipality_.empty() && rows_.text(4) != municipality_) continue;
            const double latitude = rows_.real(1), longitude = rows_.real(2);
            const auto text = [&](int column) { return std::string(rows_.text(column)); };
            found_.push_back({std::string(kind_), text(0), text(3), text(4), text(5), latitude, longitude,
                              metres_between(latitude_, longitude_, latitude, longitude)});
        }
        rows_.reset();
    }

    Statement& rows_;
    std::string_view kind_;
    double latitude_, longitude_;
    std::string_view municipality_;
    std::vector<NearPlace> found_;
};

}  // namespace

double metres_between(double latitude, double longitude, double other_latitude, double other_longitude) {
    const double north = radians(other_latitude - latitude), east = radians(other_longitude - longitude);
    const double a = std::pow(std::sin(north / 2), 2) + std::cos(radians(latitude)) *
                                                            std::cos(radians(other_latitude)) *
                                                            std::pow(std::sin(east / 2), 2);
    return 2 * earth_radius * std::asin(std::min(1.0, std::sqrt(a)));
}

std::vector<NearPlace> nearest_places(const Registry& registry, std::string_view kind, double latitude,
                                      double longitude, std::size_t count, double metres,
                                      std::string_view municipality) {
    if (!registry.has("place") || count == 0) return {};
    Search search(registry, kind, latitude, longitude, municipality);
    const double limit = std::min(metres, farthest), size = cell_size(latitude);
    for (std::int64_t ring = 0; static_cast<double>(ring - 1) * size <= limit; ++ring) {
        search.look(ring);
        auto& found = search.found();
        std::ranges::sort(found, [](const NearPlace& a, const NearPlace& b) {
            return a.metres != b.metres ? a.metres < b.metres : a.key < b.key;
        });
        // What lies in the rings beyond is at least so many cells away.
        if (found.size() >= count && found[count - 1].metres <= static_cast<double>(ring) * size) break;
    }
    auto found = std::move(search.found());
    std::erase_if(found, [&](const NearPlace& place) { return place.metres > limit; });
    if (found.size() > count) found.resize(count);
    return found;
}

}  // namespace daicho
