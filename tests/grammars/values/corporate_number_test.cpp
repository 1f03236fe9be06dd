#include "grammars/values/corporate_number.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("corporate numbers in the wild pass with their check digit") {
    for (const char* text : {"8000012010038", "4000012090001", "1010001164098", "7000012050002",
                             "8700110005901", "1000020320005", "1000020322059", "5420001001017"}) {
        INFO(text);
        CHECK(corporate_number_type.is_canonical(text, {}));
        CHECK(parse_corporate_number(text).remark().rule.empty());
    }
}

TEST_CASE("a corporate number is read through what groups it") {
    for (const char* text :
         {"8-0000-1201-0038", "８００００１２０１００３８", "8 0000 1201 0038", "法人番号：8000012010038",
          "'8000012010038", "=\"8000012010038\"", "8000012010038.0"}) {
        INFO(text);
        const auto number = parse_corporate_number(text);
        REQUIRE(number);
        CHECK(to_string(*number) == "8000012010038");
        CHECK(number.remark().rule == rules::other_notation);
        CHECK(number.remark().repair == RepairKind::normal_form);
    }
}

TEST_CASE("twelve digits are completed by their check digit") {
    const auto number = parse_corporate_number("000012010038");
    REQUIRE(number);
    CHECK(to_string(*number) == "8000012010038");
    CHECK(number.remark().rule == rules::missing_check_digit);
    CHECK(number.remark().repair == RepairKind::provable);
}

TEST_CASE("twelve digits that may be an individual number are left alone") {
    CHECK(parse_corporate_number("123456789018").refusal().rule == rules::ambiguous);
}

TEST_CASE("a wrong check digit is refused with the digit that would fit, and no repair") {
    const auto number = parse_corporate_number("7-0000-1201-0038");
    REQUIRE(!number);
    CHECK(number.refusal().rule == rules::wrong_check_digit);
    CHECK(number.refusal().where == Span{0, 16});
    CHECK(number.refusal().detail == "8");
    CHECK(number.refusal().repair == RepairKind::none);
}

TEST_CASE("an invoice number is not taken for a corporate number unasked") {
    const auto number = parse_corporate_number("T8000012010038");
    REQUIRE(!number);
    CHECK(number.refusal().rule == rules::not_of_this_type);
    CHECK(number.refusal().where == Span{0, 1});
    CHECK(number.refusal().repair == RepairKind::guess);
    CHECK(number.refusal().suggestion == "8000012010038");
}

TEST_CASE("texts that are no corporate number are refused by the rule they break") {
    const struct {
        const char* text;
        RuleId rule;
    } cases[] = {
        {"8E+12", rules::spreadsheet_damage},
        {"8.00001E+12", rules::spreadsheet_damage},
        {"80000120100", rules::wrong_digit_count},
        {"80000120100380", rules::wrong_digit_count},
        {"8000012010038（株）", rules::text_left_over},
        {"株式会社", rules::not_of_this_type},
        {"", rules::not_of_this_type},
        {"0000000000000", rules::wrong_check_digit},
    };
    for (const auto& [text, rule] : cases) {
        INFO(text);
        const auto number = parse_corporate_number(text);
        REQUIRE(!number);
        CHECK(number.refusal().rule.text == rule.text);
    }
}

TEST_CASE("the recogniser of corporate numbers agrees with the reader") {
    check_spine_around(corporate_number_type,
                       {"8000012010038", "8-0000-1201-0038", "000012010038", "T8000012010038"});
}
