#include "registries/lookup/nearest_place.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "grammars/values/earth_distance.hpp"
#include "registries/store/grid.hpp"
#include "registries/store/schema.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

struct Point {
    std::string key;
    double latitude, longitude;
};

/// A registry with nothing but places.
void write_places(const std::string& path, const std::vector<Point>& points) {
    Database database = Database::open_private(path);
    create_registry(database);
    database.run(
        "create table place(kind text not null, cell integer not null, key text not null, latitude real not "
        "null, "
        "longitude real not null, lg_code text, name text, \"table\" text not null, primary key(kind, cell, "
        "key, "
        "latitude, longitude)) strict, without rowid");
    Statement insert = database.prepare("insert into place values ('town', ?, ?, ?, ?, ?, null, 't')");
    for (const Point& point : points) {
        insert.bind(0, grid_cell(point.latitude, point.longitude));
        insert.bind(1, std::string_view(point.key));
        insert.bind(2, point.latitude);
        insert.bind(3, point.longitude);
        insert.bind(4, std::string_view(point.key).substr(0, 1));
        insert.run();
    }
}

}  // namespace

TEST_CASE("the nearest places are those that a look at all of them finds") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> north(35.0, 35.3), east(135.0, 135.3);
    std::vector<Point> points;
    for (int i = 0; i < 400; ++i) points.push_back({std::to_string(i), north(random), east(random)});
    const ScratchFolder folder;
    write_places(folder / "r.sqlite", points);
    const Registry registry(folder / "r.sqlite");
    for (int i = 0; i < 200; ++i) {
        const double latitude = north(random), longitude = east(random);
        std::vector<std::pair<double, std::string>> all;
        for (const Point& point : points) {
            all.emplace_back(metres_between(latitude, longitude, point.latitude, point.longitude), point.key);
        }
        std::ranges::sort(all);
        const auto found = nearest_places(registry, "town", latitude, longitude, 5, 3'000);
        const auto within = static_cast<std::size_t>(
            std::ranges::count_if(all, [](const auto& one) { return one.first <= 3'000; }));
        REQUIRE(found.size() == std::min<std::size_t>(5, within));
        for (std::size_t k = 0; k < found.size(); ++k) CHECK(found[k].key == all[k].second);
    }
}

TEST_CASE("places of one municipality can be asked for, and other kinds are not among them") {
    const ScratchFolder folder;
    write_places(folder / "r.sqlite", {{"1a", 35.1, 135.1}, {"2a", 35.2, 135.1}});
    const Registry registry(folder / "r.sqlite");
    CHECK(nearest_places(registry, "town", 35.1, 135.1, 1, 50'000).front().key == "1a");
    CHECK(nearest_places(registry, "town", 35.1, 135.1, 1, 50'000, "2").front().key == "2a");
    CHECK(nearest_places(registry, "parcel", 35.1, 135.1, 1, 50'000).empty());
    CHECK(nearest_places(registry, "town", 40, 140, 1, 50'000).empty());
}
