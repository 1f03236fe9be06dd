#include "grammars/text/edit_distance.hpp"

#include <catch2/catch.hpp>

namespace daicho {

TEST_CASE("the edit distance counts characters, not bytes") {
    struct Row {
        std::string_view a, b;
        std::size_t distance;
    };
    const Row rows[] = {
        {"", "", 0},
        {"", "abc", 3},
        {"abc", "abc", 0},
        {"format", "fromat", 1},
        {"abc", "axc", 1},
        {"abcd", "acbd", 1},
        {"市町村名", "市区町村名", 1},
        {"緯度", "経度", 1},
    };
    for (const Row& row : rows) {
        CHECK(edit_distance(row.a, row.b) == row.distance);
        CHECK(edit_distance(row.b, row.a) == row.distance);
    }
}

}  // namespace daicho
