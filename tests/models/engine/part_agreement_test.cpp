#include "models/engine/part_agreement.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("a town is the same in another spelling, and no other town is") {
    CHECK(is_same_town("鰯ケ島", "鰯ヶ島"));
    CHECK(is_same_town("大字冷水", "冷水"));
    CHECK(is_same_town("字竹橋西", "竹橋西"));
    CHECK_FALSE(is_same_town("冬野", "冷水"));
    CHECK_FALSE(is_same_town("霞が関一丁目", "霞が関二丁目"));
    CHECK_FALSE(is_same_town("番町", "番町一丁目"));
}
