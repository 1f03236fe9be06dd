#include "grammars/values/insurer_number.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("insurer numbers fit their check digit") {
    for (const char* text : {"33120015", "01130012", "138057"}) {
        INFO(text);
        CHECK(insurer_number_type.is_canonical(text, {}));
        CHECK(parse_insurer_number(text).remark().rule.empty());
    }
    CHECK(parse_insurer_number("33120014").refusal().rule == rules::wrong_check_digit);
    CHECK(parse_insurer_number("33120014").refusal().detail == "5");
}

TEST_CASE("an insurer number that lost its zero is padded where the check digit proves it") {
    const auto number = parse_insurer_number("1130012");
    REQUIRE(number);
    CHECK(to_string(*number) == "01130012");
    CHECK(number.remark().rule == rules::lost_leading_zero);
    CHECK(number.remark().repair == RepairKind::provable);
    CHECK(parse_insurer_number("1130011").refusal().rule == rules::wrong_digit_count);
}

TEST_CASE("the recogniser of insurer numbers agrees with the reader") {
    check_spine_around(insurer_number_type, {"33120015", "01130012", "138057", "1130012"});
}
