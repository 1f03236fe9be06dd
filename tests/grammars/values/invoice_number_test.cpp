#include "grammars/values/invoice_number.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("invoice numbers are T and thirteen digits, whatever their check digit") {
    for (const char* text : {"T8000012010038", "T8700110005901", "T8040001999011"}) {
        INFO(text);
        CHECK(invoice_number_type.is_canonical(text, {}));
        CHECK(parse_invoice_number(text).remark().rule.empty());
    }
}

TEST_CASE("an invoice number says whether its digits can be a corporate number") {
    CHECK(parse_invoice_number("T8000012010038")->has_corporate_digits);
    CHECK_FALSE(parse_invoice_number("T8040001999011")->has_corporate_digits);
}

TEST_CASE("an invoice number is read in other notations") {
    for (const char* text : {"Ｔ８００００１２０１００３８", "t8000012010038", "T-8-0000-1201-0038",
                             "T 8000012010038", "登録番号：T8000012010038"}) {
        INFO(text);
        const auto number = parse_invoice_number(text);
        REQUIRE(number);
        CHECK(to_string(*number) == "T8000012010038");
        CHECK(number.remark().repair == RepairKind::normal_form);
    }
}

TEST_CASE("a corporate number is an invoice number as a guess alone: not every corporation is registered") {
    for (const char* text : {"8000012010038", "８０００012010038", "登録番号：8000012010038"}) {
        INFO(text);
        const auto number = parse_invoice_number(text);
        REQUIRE_FALSE(number);
        CHECK(number.refusal().rule == rules::not_of_this_type);
        CHECK(number.refusal().repair == RepairKind::guess);
        CHECK(number.refusal().suggestion == "T8000012010038");
    }
}

TEST_CASE("texts that are no invoice number are refused by the rule they break") {
    CHECK(parse_invoice_number("T800001201003").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_invoice_number("8E+12").refusal().rule == rules::spreadsheet_damage);
    CHECK(parse_invoice_number("X8000012010038").refusal().rule == rules::not_of_this_type);
    CHECK(parse_invoice_number("未登録").refusal().rule == rules::not_of_this_type);
    CHECK(parse_invoice_number("T8000012010038（本店）").refusal().rule == rules::text_left_over);
}

TEST_CASE("the recogniser of invoice numbers agrees with the reader") {
    check_spine_around(invoice_number_type, {"T8000012010038", "8000012010038", "Ｔ-8000012010038"});
}
