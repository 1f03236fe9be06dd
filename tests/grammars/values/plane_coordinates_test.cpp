#include "grammars/values/plane_coordinates.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

using daicho::Datum;
using daicho::GeographicPoint;
using daicho::PlanePoint;
using daicho::PlaneZone;

namespace {

/// Metres between two points that are not far from each other.
double distance(const GeographicPoint& a, const GeographicPoint& b) {
    constexpr double degree = 111'320;
    return std::hypot((a.latitude - b.latitude) * degree,
                      (a.longitude - b.longitude) * degree * std::cos(a.latitude * 0.01745));
}

double distance(const PlanePoint& a, const PlanePoint& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

TEST_CASE("there are 19 zones with the origins of the notice") {
    CHECK(PlaneZone::all().size() == 19);
    CHECK(!PlaneZone::find(0));
    CHECK(!PlaneZone::find(20));
    const PlaneZone& ninth = *PlaneZone::find(9);
    CHECK(ninth.number() == 9);
    CHECK(ninth.origin().latitude == 36);
    CHECK(ninth.origin().longitude == Approx(139 + 50 / 60.0).epsilon(1e-15));
    CHECK(ninth.epsg(Datum::jgd2011) == 6677);
    CHECK(ninth.epsg(Datum::jgd2000) == 2451);
    CHECK(to_string(Datum::jgd2000) == "JGD2000");
}

// Answers of the survey calculation service of 国土地理院 (https://vldb.gsi.go.jp/sokuchi/surveycalc/), to
// the 0.1 mm that it gives; the first is the example on its pages.
TEST_CASE("the figures of the mapping authority come out") {
    struct Known {
        unsigned zone;
        GeographicPoint place;
        PlanePoint plane;
    };
    const Known all[] = {
        {9, {36.103774791666666, 140.08785504166664}, {11543.6883, 22916.2436}},
        {1, {33.190977, 129.917483}, {21256.0449, 38927.1043}},
        {15, {26.160347222222224, 127.70422777777777}, {17779.0104, 20416.9652}},
        {9, {35.699202942274219, 139.75777911599519}, {-33369.3352, -6837.3391}},
    };
    for (const Known& known : all) {
        const PlaneZone& zone = *PlaneZone::find(known.zone);
        const PlanePoint plane = zone.to_plane(known.place);
        CAPTURE(known.zone, plane.x, plane.y);
        CHECK(distance(plane, known.plane) < 0.0001);
        CHECK(distance(zone.to_geographic(known.plane), known.place) < 0.0001);
    }
}

TEST_CASE("PROJ comes to the same coordinates within 0.01 mm, in all zones and beyond their edges") {
    std::ifstream table(DAICHO_SOURCE_DIR "/tests/data/proj/plane_coordinates.tsv");
    std::size_t points = 0;
    double worst = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream row(line);
        unsigned number = 0;
        GeographicPoint place;
        PlanePoint plane;
        row >> number >> place.latitude >> place.longitude >> plane.x >> plane.y;
        const PlaneZone& zone = *PlaneZone::find(number);
        worst = std::max(worst, distance(zone.to_plane(place), plane));
        worst = std::max(worst, distance(zone.to_geographic(plane), place));
        ++points;
    }
    CHECK(points == 4 * 19);
    CHECK(worst < 0.00001);
}

TEST_CASE("there and back again is less than 0.1 mm away, all over Japan, in any zone that is near") {
    double worst = 0;
    std::size_t points = 0;
    for (double latitude = 20; latitude <= 46; latitude += 0.5) {
        for (double longitude = 122; longitude <= 154; longitude += 0.5) {
            for (const PlaneZone& zone : PlaneZone::all()) {
                if (std::abs(longitude - zone.origin().longitude) > 4) continue;
                const GeographicPoint place{latitude, longitude};
                worst = std::max(worst, distance(zone.to_geographic(zone.to_plane(place)), place));
                ++points;
            }
        }
    }
    CHECK(points > 10'000);
    CHECK(worst < 0.0001);
    CHECK(worst < 0.00001);  // what the header promises
}
