#include "grammars/values/school_code.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("real school codes fit their structure and check digit") {
    for (const char* text :
         {"F113110102700", "B114110000024", "B114210020019", "F101110100010", "F101110100029"}) {
        INFO(text);
        CHECK(school_code_type.is_canonical(text, {}));
        CHECK(parse_school_code(text).remark().rule.empty());
    }
}

TEST_CASE("a school code is read through its notation") {
    for (const char* text :
         {"B1-14-1-1000002-4", "b114110000024", "Ｂ１１４１１０００００２４", " B114110000024"}) {
        INFO(text);
        const auto code = parse_school_code(text);
        REQUIRE(code);
        CHECK(to_string(*code) == "B114110000024");
        CHECK(code.remark().repair == RepairKind::normal_form);
    }
}

TEST_CASE("texts that are no school code are refused by the rule they break") {
    CHECK(parse_school_code("B114110000025").refusal().rule == rules::wrong_check_digit);
    CHECK(parse_school_code("B114110000025").refusal().detail == "4");
    CHECK(parse_school_code("Z914110000024").refusal().rule == rules::unknown_code);
    CHECK(parse_school_code("B148110000024").refusal().rule == rules::unknown_code);
    CHECK(parse_school_code("B11411000002").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_school_code("0114110000024").refusal().rule == rules::not_of_this_type);
    CHECK(parse_school_code("小学校").refusal().rule == rules::not_of_this_type);
}

TEST_CASE("the recogniser of school codes agrees with the reader") {
    check_spine_around(school_code_type, {"B114110000024", "F113110102700", "b1-14-1-1000002-4"},
                       "0123456789ABFbf-－");
}
