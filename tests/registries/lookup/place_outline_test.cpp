#include "registries/lookup/place_outline.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("a point is within a polygon, outside of its hole and of its neighbours") {
    constexpr auto outline =
        "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4)), ((20 0, 30 0, 25 9, 20 "
        "0)))";
    CHECK(outline_holds(outline, 1, 1));
    CHECK(outline_holds(outline, 5, 3));
    CHECK_FALSE(outline_holds(outline, 5, 5));
    CHECK_FALSE(outline_holds(outline, 5, 15));
    CHECK(outline_holds(outline, 2, 25));
    CHECK_FALSE(outline_holds(outline, 8, 29));
}

TEST_CASE("a corner at the height of the point is crossed once") {
    constexpr auto diamond = "POLYGON ((0 5, 5 0, 10 5, 5 10, 0 5))";
    CHECK(outline_holds(diamond, 5, 5));
    CHECK_FALSE(outline_holds(diamond, 5, -1));
    CHECK_FALSE(outline_holds(diamond, 5, 11));
    CHECK_FALSE(outline_holds(diamond, 0, 4));
}

TEST_CASE("text that is no outline holds nothing") {
    for (const char* text : {"", "POLYGON", "POLYGON ((", "POLYGON ((0 0, x 1, 1 1))", ")", "((((",
                             "POINT (1 1)", "POLYGON ((0 0, 0 0, 0 0))", "POLYGON (())"}) {
        CAPTURE(text);
        CHECK_FALSE(outline_holds(text, 0.5, 0.5));
    }
}
