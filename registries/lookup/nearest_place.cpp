#include "registries/lookup/nearest_place.hpp"

#include <algorithm>

#include "grammars/values/earth_distance.hpp"
#include "grammars/values/municipality_levels.hpp"
#include "registries/store/grid.hpp"

namespace daicho {

namespace {

constexpr double farthest = 50'000;

class Search {
 public:
    Search(const Registry& registry, std::string_view kind, double latitude, double longitude,
           std::size_t count, double limit, std::string_view municipality)
        : rows_(registry.prepared(
              "select key, latitude, longitude, \"table\", lg_code, name from place where kind = ? "
              "and cell between ? and ?")),
          kind_(kind),
          latitude_(latitude),
          longitude_(longitude),
          count_(count),
          limit_(limit),
          municipality_(municipality) {}

    /// Looks at the cells around the point, ring by ring, until what lies beyond cannot be nearer.
    std::vector<NearPlace> run() {
        for (std::int64_t ring = 0;; ++ring) {
            look(ring);
            if (worst() <= seen_around(ring)) return std::move(found_);
        }
    }

 private:
    /// Farther away than this nothing is wanted any more.
    double worst() const { return found_.size() < count_ ? limit_ : found_.back().metres; }

    /// Metres around the point of which every cell was looked at: to the nearest side of the block of cells.
    double seen_around(std::int64_t ring) const {
        const auto side = [&](double degrees, std::int64_t steps) {
            return static_cast<double>(grid_line(degrees) + steps) / grid_cells_per_degree;
        };
        const double south = side(latitude_, -ring), north = side(latitude_, ring + 1);
        const double west = side(longitude_, -ring), east = side(longitude_, ring + 1);
        const double rows = std::min(metres_between(latitude_, longitude_, south, longitude_),
                                     metres_between(latitude_, longitude_, north, longitude_));
        const double columns = std::min(metres_between(north, longitude_, north, west),
                                        metres_between(north, longitude_, north, east));
        return std::min(rows, columns);
    }

    void look(std::int64_t ring) {
        const std::int64_t row = grid_line(latitude_), column = grid_line(longitude_);
        for (std::int64_t step = -ring; step <= ring; ++step) {
            if (step == -ring || step == ring) {
                look(row + step, column - ring, column + ring);
            } else {
                look(row + step, column - ring, column - ring);
                look(row + step, column + ring, column + ring);
            }
        }
    }

    void look(std::int64_t row, std::int64_t first, std::int64_t last) {
        rows_.reset();
        rows_.bind(0, kind_);
        rows_.bind(1, row * grid_row + first);
        rows_.bind(2, row * grid_row + last);
        while (rows_.step()) {
            const double metres = metres_between(latitude_, longitude_, rows_.real(1), rows_.real(2));
            if (metres > worst() || !is_wanted(rows_.text(4))) continue;
            keep(metres);
        }
        rows_.reset();
    }

    bool is_wanted(std::string_view lg_code) const {
        if (municipality_.empty() || lg_code == municipality_) return true;
        return lg_code.size() == 6 && municipality_.size() == 6 && lies_within(lg_code, municipality_);
    }

    void keep(double metres) {
        const auto text = [&](int column) { return std::string(rows_.text(column)); };
        NearPlace place{std::string(kind_), text(0),       text(3), text(4), text(5),
                        rows_.real(1),      rows_.real(2), metres};
        const auto nearer = [](const NearPlace& a, const NearPlace& b) {
            return a.metres != b.metres ? a.metres < b.metres : a.key < b.key;
        };
        const auto at = std::ranges::upper_bound(found_, place, nearer);
        found_.insert(at, std::move(place));
        if (found_.size() > count_) found_.pop_back();
    }

    Statement& rows_;
    std::string_view kind_;
    double latitude_, longitude_;
    std::size_t count_;
    double limit_;
    std::string_view municipality_;
    std::vector<NearPlace> found_;  ///< nearest first
};

bool has_kind(const Registry& registry, std::string_view kind) {
    Statement& row = registry.prepared("select 1 from place where kind = ? limit 1");
    row.bind(0, kind);
    const bool found = row.step();
    row.reset();
    return found;
}

}  // namespace

std::vector<NearPlace> nearest_places(const Registry& registry, std::string_view kind, double latitude,
                                      double longitude, std::size_t count, double metres,
                                      std::string_view municipality) {
    if (!registry.has("place") || count == 0 || !has_kind(registry, kind)) return {};
    return Search(registry, kind, latitude, longitude, count, std::min(metres, farthest), municipality).run();
}

}  // namespace daicho
