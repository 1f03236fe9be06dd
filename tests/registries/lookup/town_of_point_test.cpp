#include "registries/lookup/town_of_point.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/earth_distance.hpp"
#include "registries/builder/place_spacing.hpp"
#include "registries/store/grid.hpp"
#include "registries/store/schema.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

struct Placed {
    std::string kind, name, lg_code;
    double latitude, longitude;
};

/// A registry with nothing but places that have names.
void write_places(const std::string& path, const std::vector<Placed>& places) {
    Database database = Database::open_private(path);
    create_registry(database);
    database.run(
        "create table place(kind text not null, cell integer not null, key text not null, latitude real not "
        "null, "
        "longitude real not null, lg_code text, name text, \"table\" text not null, primary key(kind, cell, "
        "key, "
        "latitude, longitude)) strict, without rowid");
    Statement insert = database.prepare("insert into place values (?, ?, ?, ?, ?, ?, ?, 't')");
    for (const Placed& place : places) {
        insert.bind(0, std::string_view(place.kind));
        insert.bind(1, grid_cell(place.latitude, place.longitude));
        insert.bind(2, std::string_view(place.name));
        insert.bind(3, place.latitude);
        insert.bind(4, place.longitude);
        insert.bind(5, std::string_view(place.lg_code));
        insert.bind(6, std::string_view(place.name));
        insert.run();
    }
    make_place_spacing(database);
}

/// A wide town in the north of small ones, one of which is in another municipality.
std::vector<Placed> wide_beside_small() {
    std::vector<Placed> places{{"town", "山村", "302015", 35.06, 135.0}};
    for (int i = 0; i < 6; ++i)
        places.push_back(
            {"town", "町" + std::to_string(i), "131059", 35.0 - 0.002 * i, 135.0 + 0.001 * (i % 2)});
    return places;
}

}  // namespace

TEST_CASE("spacing is the distance of the fourth nearest town of the publication") {
    const ScratchFolder folder;
    const auto places = wide_beside_small();
    write_places(folder / "r.sqlite", places);
    Database database = Database::open_private(folder / "r.sqlite");
    Statement rows = database.prepare("select key, metres from place_spacing");
    std::size_t count = 0;
    while (rows.step()) {
        const auto self = std::find_if(places.begin(), places.end(),
                                       [&](const Placed& place) { return place.name == rows.text(0); });
        std::vector<double> distances;
        for (const Placed& other : places) {
            if (other.name != self->name)
                distances.push_back(
                    metres_between(self->latitude, self->longitude, other.latitude, other.longitude));
        }
        std::sort(distances.begin(), distances.end());
        CHECK(rows.real(1) == Approx(std::min(distances[3], 10'000.0)));
        ++count;
    }
    CHECK(count == places.size());
}

TEST_CASE("a wide town has more of what lies between it and small ones") {
    const ScratchFolder folder;
    write_places(folder / "r.sqlite", wide_beside_small());
    const Registry registry(folder / "r.sqlite");
    const PlaceNamer namer(registry, nullptr);
    const auto at = [&](double latitude, std::string_view area = {}) {
        return towns_of_point(registry, namer, latitude, 135.0, area, 3);
    };
    CHECK(at(35.058).towns.front().named.name == "山村");
    CHECK(at(35.025).towns.front().named.name == "山村");  // 2.8 km from 町0, 3.9 km from its own point
    CHECK(at(35.001).towns.front().named.name == "町0");
    CHECK(at(35.0).certainty >= PointCertainty::municipality);
    CHECK(at(35.02).certainty == PointCertainty::none);
    CHECK(at(35.058, "131059").towns.front().named.lg_code == "131059");
    CHECK(at(35.058, "131059").certainty == PointCertainty::municipality);
    CHECK(at(40.0).towns.empty());
}

TEST_CASE("positions of lots tell the town before the points of towns do") {
    const ScratchFolder folder;
    auto places = wide_beside_small();
    places.push_back({"parcel", "山村1-2", "302015", 35.0001, 135.0});
    places.push_back({"parcel", "山村1-3", "302015", 35.00012, 135.0});
    write_places(folder / "r.sqlite", places);
    const Registry registry(folder / "r.sqlite");
    const PlaceNamer namer(registry, nullptr);
    const auto found = towns_of_point(registry, namer, 35.0, 135.0, {}, 3);
    REQUIRE(found.towns.size() == 3);
    CHECK(found.towns[0].basis == PointBasis::parcel);
    CHECK(found.towns[0].named.lg_code == "302015");
    CHECK(found.towns[1].basis == PointBasis::towns);
}
