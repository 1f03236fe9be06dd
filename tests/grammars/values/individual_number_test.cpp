#include "grammars/values/individual_number.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("an individual number fits its check digit") {
    CHECK(individual_number_type.is_canonical("123456789018", {}));
    CHECK(to_string(*parse_individual_number("1234-5678-9018")) == "123456789018");
    CHECK(to_string(*parse_individual_number("１２３４　５６７８　９０１８")) == "123456789018");
}

TEST_CASE("nothing that is said about an individual number holds any of it") {
    CHECK(individual_number_type.confidential);
    for (const char* text :
         {"123456789017", "12345678901", "123456789018 本人", "1234 5678 9018", "1.23E+11"}) {
        INFO(text);
        const auto number = parse_individual_number(text);
        const Remark& remark = number ? number.remark() : number.refusal();
        CHECK(remark.suggestion.empty());
        CHECK((remark.detail.empty() || remark.detail == "12"));
    }
}

TEST_CASE("texts that are no individual number are refused by the rule they break") {
    CHECK(parse_individual_number("123456789017").refusal().rule == rules::wrong_check_digit);
    CHECK(parse_individual_number("12345678901").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_individual_number("1.23E+11").refusal().rule == rules::spreadsheet_damage);
}

TEST_CASE("the recogniser of individual numbers agrees with the reader") {
    check_spine_around(individual_number_type, {"123456789018", "1234-5678-9018"});
}
