#include "registries/reference/place_questions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <random>
#include <string>

#include "grammars/values/earth_distance.hpp"
#include "registries/store/grid.hpp"
#include "registries/store/schema.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

struct Town {
    std::string lg_code;
    double latitude, longitude;
};

/// A registry with nothing but the positions of towns.
void write_towns(const std::string& path, const std::vector<Town>& towns) {
    Database database = Database::open_private(path);
    create_registry(database);
    database.run(
        "create table place(kind text not null, cell integer not null, key text not null, latitude real not "
        "null, longitude real not null, lg_code text, name text, \"table\" text not null, "
        "primary key(kind, cell, key, latitude, longitude)) strict, without rowid");
    Statement insert = database.prepare("insert into place values ('town', ?, ?, ?, ?, ?, null, 't')");
    for (std::size_t i = 0; i < towns.size(); ++i) {
        const std::string key = std::to_string(i);  // bound, not copied
        insert.bind(0, grid_cell(towns[i].latitude, towns[i].longitude));
        insert.bind(1, std::string_view(key));
        insert.bind(2, towns[i].latitude);
        insert.bind(3, towns[i].longitude);
        insert.bind(4, std::string_view(towns[i].lg_code));
        insert.run();
    }
}

double nearest(const std::vector<Town>& towns, std::string_view lg_code, double latitude, double longitude) {
    double least = std::numeric_limits<double>::infinity();
    for (const Town& town : towns) {
        if (!lg_code.empty() && town.lg_code != lg_code) continue;
        least = std::min(least, metres_between(latitude, longitude, town.latitude, town.longitude));
    }
    return least;
}

std::string key_of(std::string_view lg_code, double latitude, double longitude) {
    return std::string(lg_code) + "/" + std::to_string(latitude) + "/" + std::to_string(longitude);
}

}  // namespace

TEST_CASE("a position is outside of a municipality whose towns are far, and three times as far as others") {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> degrees(0, 1);
    std::vector<Town> towns;
    for (int i = 0; i < 60; ++i) {
        const double west = degrees(random);
        towns.push_back({west < 0.4 ? "131016" : "302015", 35 + 0.4 * degrees(random), 135 + 0.4 * west});
    }
    const ScratchFolder folder;
    write_towns(folder / "r.sqlite", towns);
    AskedRegistry asked(folder / "r.sqlite");
    std::size_t outside = 0;
    for (int i = 0; i < 300; ++i) {
        const double latitude = std::stod(std::to_string(35 + 0.4 * degrees(random)));
        const double longitude = std::stod(std::to_string(135 + 0.4 * degrees(random)));
        const double own = nearest(towns, "131016", latitude, longitude);
        const bool out = own > 5'000 && own > 3 * nearest(towns, "", latitude, longitude);
        outside += out;
        INFO(latitude << " " << longitude);
        CHECK(position_inside(asked, key_of("131016", latitude, longitude)) == (out ? "no" : "yes"));
    }
    CHECK(outside > 50);
    CHECK(outside < 250);
    CHECK(position_inside(asked, "131016/43.5/143.5") == "no");
    CHECK(position_inside(asked, "011011/35.1/135.1").empty());
    CHECK(position_inside(asked, "131016/x/135.1").empty());
}
