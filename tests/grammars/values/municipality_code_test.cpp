#include "grammars/values/municipality_code.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("codes of municipalities in use fit their check digit") {
    for (const char* text :
         {"131016", "011002", "092011", "462209", "222127", "262021", "122025", "320005", "322059"}) {
        INFO(text);
        CHECK(municipality_code_type.is_canonical(text, {}));
        CHECK(parse_municipality_code(text).remark().rule.empty());
    }
}

TEST_CASE("five digits without their check digit are completed where no other reading fits") {
    const auto code = parse_municipality_code("13101");
    REQUIRE(code);
    CHECK(to_string(*code) == "131016");
    CHECK(code.remark().rule == rules::missing_check_digit);
    CHECK(code.remark().repair == RepairKind::provable);
}

TEST_CASE("five digits that lost their zero are padded where no other reading fits") {
    // 052019 without its zero: there is no prefecture 52.
    const auto code = parse_municipality_code("52019");
    REQUIRE(code);
    CHECK(to_string(*code) == "052019");
    CHECK(code.remark().rule == rules::lost_leading_zero);
    CHECK(code.remark().repair == RepairKind::provable);
    // Codes 001 to 099 do not exist inside a prefecture, so 10006 is not of prefecture 10.
    CHECK(to_string(*parse_municipality_code("10006")) == "010006");
    CHECK(to_string(*parse_municipality_code("11002")) == "011002");
}

TEST_CASE("five digits with two readings are refused with both") {
    const auto code = parse_municipality_code("12106");  // 岩見沢市 or 千葉市緑区
    REQUIRE(!code);
    CHECK(code.refusal().rule == rules::ambiguous);
    CHECK(code.refusal().detail == "012106 / 121061");
    CHECK(code.refusal().suggestion.empty());
}

TEST_CASE("texts that are no municipality code are refused by the rule they break") {
    CHECK(parse_municipality_code("131017").refusal().rule == rules::wrong_check_digit);
    CHECK(parse_municipality_code("131017").refusal().detail == "6");
    CHECK(parse_municipality_code("481017").refusal().rule == rules::unknown_code);
    CHECK(parse_municipality_code("130991").refusal().rule == rules::unknown_code);
    CHECK(parse_municipality_code("99999").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_municipality_code("1310").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_municipality_code("千代田区").refusal().rule == rules::not_of_this_type);
    CHECK(parse_municipality_code("131016 千代田区").refusal().where == Span{6, 19});
}

TEST_CASE("a municipality code is read through its notation") {
    CHECK(to_string(*parse_municipality_code("13101-6")) == "131016");
    CHECK(to_string(*parse_municipality_code("１３１０１６")) == "131016");
    CHECK(to_string(*parse_municipality_code("131016.0")) == "131016");
}

TEST_CASE("the recogniser of municipality codes agrees with the reader") {
    check_spine_around(municipality_code_type, {"131016", "011002", "13101", "13101-6", "52019"});
}
