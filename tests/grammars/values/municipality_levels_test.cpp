#include "grammars/values/municipality_levels.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/corporate_number.hpp"

using namespace daicho;

TEST_CASE("a code lies within itself, its prefecture and its designated city") {
    CHECK(lies_within("304247", "304247"));
    CHECK(lies_within("304247", "300004"));
    CHECK(lies_within("141011", "141003"));
    CHECK_FALSE(lies_within("141003", "141011"));
    CHECK_FALSE(lies_within("141305", "141003"));  // 川崎市 is no ward of 横浜市
    CHECK_FALSE(lies_within("131024", "131016"));  // nor 中央区 one of 千代田区
    CHECK_FALSE(lies_within("304247", "304271"));
}

TEST_CASE("the corporate number of a local government holds its code") {
    CHECK(municipality_of("1000020304247") == "304247");
    CHECK(municipality_of("1000020320005") == "320005");
    CHECK(municipality_of("1000030300005").empty());  // 財産区
    CHECK(municipality_of("1170001000849").empty());
    CHECK(municipality_of("1000020304248").empty());
    CHECK(municipality_of("").empty());
}
