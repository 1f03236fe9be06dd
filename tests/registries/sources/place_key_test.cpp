#include "registries/sources/place_key.hpp"

#include <catch2/catch.hpp>

using daicho::place_key;
using daicho::place_spelling;

TEST_CASE("spellings of one town have one key") {
    CHECK(place_key("白山１丁目") == place_key("白山一丁目"));
    CHECK(place_key("大字池島") == place_key("池島"));
    CHECK(place_key("旭ケ丘") == place_key("旭ヶ丘"));
    CHECK(place_key("ﾎﾝｺﾞｳ") == place_key("ホンゴウ"));
    CHECK(place_key("西 池袋") == place_key("西池袋"));
}

TEST_CASE("different towns have different keys") {
    CHECK(place_key("白山１丁目") != place_key("白山２丁目"));
    CHECK(place_key("大字") == "大字");
    CHECK(place_key("𠮷田") == "吉田");
    CHECK(place_key("𠀋田") == "𠀋田");
    CHECK(place_spelling("鶯宿") != place_spelling("鴬宿"));
    CHECK(place_spelling("大字鴬宿") == "鴬宿");
}
