#include "grammars/values/earth_distance.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("a degree of latitude is 111 km everywhere, one of longitude less the farther north") {
    const auto is_about = [](double metres, double expected) {
        return metres > expected * 0.997 && metres < expected * 1.003;
    };
    CHECK(is_about(metres_between(35, 139, 36, 139), 111'195));
    CHECK(is_about(metres_between(35, 139, 35, 140), 91'085));
    CHECK(is_about(metres_between(45, 142, 45, 143), 78'626));
    CHECK(metres_between(35, 139, 35, 139) == 0);
}

TEST_CASE("places on both sides of the date line are near each other") {
    CHECK(metres_between(10, 179.9, 10, -179.9) < 22'000);
}
