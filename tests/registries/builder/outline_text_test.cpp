#include "registries/builder/outline_text.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("polygons and their holes are rings that do not repeat their first corner") {
    const auto rings = read_outline(
        "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 4)), ((20 0, 30 0, 25 9, 20 0)))");
    REQUIRE(rings.size() == 3);
    CHECK(rings[0] == Ring{{0, 0}, {10, 0}, {10, 10}, {0, 10}});
    CHECK(rings[1].size() == 3);
    CHECK(rings[2].back() == DrawnPoint{25, 9});
}

TEST_CASE("what is no ring of degrees is left out") {
    for (const char* text :
         {"", "POLYGON", "POLYGON ((", "POLYGON ((0 0, x 1, 1 1))", ")", "((((", "POINT (1 1)",
          "POLYGON ((0 0, 0 0, 0 0))", "POLYGON (())", "POLYGON ((0 0, 1e300 0, 1 1, 0 0))"}) {
        CAPTURE(text);
        CHECK(read_outline(text).empty());
    }
    CHECK(read_outline("POLYGON ((0 0, x 1, 1 1), (0 0, 1 0, 1 1, 0 0))").size() == 1);
}
