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
