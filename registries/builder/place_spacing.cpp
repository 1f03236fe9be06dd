#include "registries/builder/place_spacing.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/values/earth_distance.hpp"
#include "registries/store/grid.hpp"

namespace daicho {

namespace {

/// Lonely towns are as wide as this.
constexpr double widest_spacing = 10'000;
constexpr std::size_t neighbours = 4;
/// Rings of cells that are looked at, of 0.9 km and more: what lies beyond is farther than the widest.
constexpr std::int64_t widest_ring = 12;

struct TownPoint {
    std::string key;
    double latitude, longitude;
};

/// The towns of one publication, by cells of the grid.
class TownPoints {
 public:
    void add(TownPoint point) {
        cells_[grid_cell(point.latitude, point.longitude)].push_back(points_.size());
        points_.push_back(std::move(point));
    }
    const std::vector<TownPoint>& all() const { return points_; }

    double spacing(const TownPoint& point) const {
        Nearest nearest;
        nearest.fill(widest_spacing);
        for (std::int64_t ring = 0; ring <= widest_ring; ++ring) {
            look(point, ring, nearest);
            if (nearest.back() <= static_cast<double>(ring) * narrowest_cell) break;
        }
        return nearest.back();
    }

 private:
    /// The nearest so far, the farthest of them last.
    using Nearest = std::array<double, neighbours>;
    /// Metres from west to east in the north of Japan.
    static constexpr double narrowest_cell = 770;

    void look(const TownPoint& point, std::int64_t ring, Nearest& nearest) const {
        const std::int64_t cell = grid_cell(point.latitude, point.longitude);
        for (std::int64_t row = -ring; row <= ring; ++row) {
            const bool whole = row == -ring || row == ring;
            for (std::int64_t column = -ring; column <= ring; column += whole || ring == 0 ? 1 : 2 * ring)
                look_in(cell + row * grid_row + column, point, nearest);
        }
    }

    void look_in(std::int64_t cell, const TownPoint& point, Nearest& nearest) const {
        const auto found = cells_.find(cell);
        if (found == cells_.end()) return;
        for (const std::size_t other : found->second) {
            if (&points_[other] == &point) continue;
            const double metres = metres_between(point.latitude, point.longitude, points_[other].latitude,
                                                 points_[other].longitude);
            if (metres >= nearest.back()) continue;
            nearest.back() = metres;
            std::ranges::sort(nearest);
        }
    }

    std::vector<TownPoint> points_;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> cells_;
};

void insert(Database& database, const TownPoints& towns) {
    Statement row = database.prepare("insert or ignore into place_spacing values (?, ?, ?, ?)");
    for (const TownPoint& town : towns.all()) {
        row.bind(0, std::string_view(town.key));
        row.bind(1, town.latitude);
        row.bind(2, town.longitude);
        row.bind(3, towns.spacing(town));
        row.run();
    }
}

}  // namespace

void make_place_spacing(Database& database) {
    database.run(R"(
        drop table if exists place_spacing;
        create table place_spacing(
            key text not null,        -- as in place
            latitude real not null,
            longitude real not null,
            metres real not null,
            primary key(key, latitude, longitude)
        ) strict, without rowid;
    )");
    Statement places = database.prepare(
        "select key, latitude, longitude, \"table\" from place where kind = 'town' order by \"table\", key, "
        "latitude, longitude");
    std::string table;
    TownPoints towns;
    while (places.step()) {
        if (places.text(3) != table) {
            insert(database, towns);
            towns = {};
            table = places.text(3);
        }
        towns.add({std::string(places.text(0)), places.real(1), places.real(2)});
    }
    insert(database, towns);
}

}  // namespace daicho
