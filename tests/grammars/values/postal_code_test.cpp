#include "grammars/values/postal_code.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a postal code is seven digits, however it is written") {
    for (const char* text :
         {"1008926", "100-8926", "〒100-8926", "〒 100-8926", "１００－８９２６", "100ー8926", "100 8926",
          "〒１００‐８９２６", "100 - 8926", "郵便番号：100-8926", "'1008926", "1008926.0"}) {
        INFO(text);
        const auto code = parse_postal_code(text);
        REQUIRE(code);
        CHECK(to_string(*code) == "1008926");
    }
}

TEST_CASE("a postal code in another notation is told so, with a safe repair") {
    const auto code = parse_postal_code("100-8926");
    REQUIRE(code);
    CHECK(code.remark().rule == rules::other_notation);
    CHECK(code.remark().repair == RepairKind::normal_form);
    CHECK(parse_postal_code("1008926").remark().rule.empty());
    CHECK(parse_postal_code(" 1008926　").remark().rule == rules::surrounding_space);
}

TEST_CASE("text after a postal code is refused where it starts") {
    const auto code = parse_postal_code("100-8926 東京");
    REQUIRE(!code);
    CHECK(code.refusal().rule == rules::text_left_over);
    CHECK(code.refusal().where.begin == 8);
    CHECK(code.refusal().where.end == 15);
    CHECK(code.refusal().suggestion == "1008926");
}

TEST_CASE("a postal code that lost its zero is refused with a guess, for nothing proves the zero") {
    const auto code = parse_postal_code(" 600000");
    REQUIRE(!code);
    CHECK(code.refusal().rule == rules::lost_leading_zero);
    CHECK(code.refusal().where == Span{1, 7});
    CHECK(code.refusal().repair == RepairKind::guess);
    CHECK(code.refusal().suggestion == "0600000");
}

TEST_CASE("texts that are no postal code are refused by the rule they break") {
    const struct {
        const char* text;
        RuleId rule;
        Span where;
    } cases[] = {
        {"10-08926", rules::not_of_this_type, {0, 8}},   {"60-0000", rules::wrong_digit_count, {0, 7}},
        {"100-892", rules::wrong_digit_count, {0, 7}},   {"10010", rules::ambiguous, {0, 5}},
        {"100", rules::wrong_digit_count, {0, 3}},       {"10089266", rules::wrong_digit_count, {0, 8}},
        {"東京都", rules::not_of_this_type, {0, 9}},     {"", rules::not_of_this_type, {0, 0}},
        {"1.01E+06", rules::spreadsheet_damage, {0, 8}}, {"####", rules::spreadsheet_damage, {0, 4}},
        {"#N/A", rules::spreadsheet_damage, {0, 4}},
    };
    for (const auto& [text, rule, where] : cases) {
        INFO(text);
        const auto code = parse_postal_code(text);
        REQUIRE(!code);
        CHECK(code.refusal().rule.text == rule.text);
        CHECK(code.refusal().where == where);
    }
}

TEST_CASE("the recogniser of postal codes agrees with the reader") {
    check_spine_around(postal_code_type,
                       {"1008926", "100-8926", "〒１００－８９２６", "600000", "100-8926 東京"});
}
