#include "grammars/values/seat_key.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("spellings of one address have one key") {
    CHECK(seat_key("北島１４番地の１３") == seat_key("北島14-13"));
    CHECK(seat_key("北島１４番地１３") == seat_key("北島14-13"));
    CHECK(seat_key("大字野田５１１番地２") == seat_key("野田511の2"));
    CHECK(seat_key("友田町二丁目１２番地") == seat_key("友田町2-12"));
}

TEST_CASE("other numbers and names have other keys") {
    CHECK(seat_key("北島14-13") != seat_key("北島14-31"));
    CHECK(seat_key("北島14-13") != seat_key("南島14-13"));
    CHECK(seat_key("北島１４番地の上") != seat_key("北島14-1"));
}

TEST_CASE("filler words and spaces between numbers, and Roman numerals") {
    CHECK(seat_key("大字白浜二丁目３番４号") == seat_key("白浜2-3-4"));
    CHECK(seat_key("白浜２－３") != seat_key("白浜２３"));
    CHECK(seat_key("白浜２ ３") != seat_key("白浜２３"));
    CHECK(seat_key("直川１０９番地の１") == seat_key("直川１０９番地１"));
    CHECK(seat_key("直川１０９番地　の１") == seat_key("直川109-1"));
    CHECK(seat_key("直川１０９番ＨＡＳⅡビル") == seat_key("直川109HASIIビル"));
    CHECK(seat_key("直川１０９番ＨＡＳⅡビル") != seat_key("直川109HASⅢビル"));
}
