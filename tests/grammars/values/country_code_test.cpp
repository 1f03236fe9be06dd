#include "grammars/values/country_code.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a country is three capital letters of the list") {
    for (const char* text : {"JPN", "USA", "XXX"}) {
        INFO(text);
        CHECK(country_code_type.is_canonical(text, {}));
    }
    CHECK(to_string(*parse_country_code("ｊｐｎ")) == "JPN");
    CHECK(parse_country_code("jpn").remark().repair == RepairKind::normal_form);
    CHECK(parse_country_code("ZZZ").refusal().rule == rules::unknown_code);
    CHECK(parse_country_code("JP").refusal().rule == rules::not_of_this_type);
    CHECK(parse_country_code("").refusal().rule == rules::not_of_this_type);
}

TEST_CASE("the name of a country leaves one code") {
    for (const char* text : {"日本", "日本国", " 日本　"}) {
        INFO(text);
        const auto country = parse_country_code(text);
        REQUIRE(country);
        CHECK(to_string(*country) == "JPN");
        CHECK(country.remark().repair == RepairKind::provable);
    }
    CHECK(to_string(*parse_country_code("グレートブリテン・北アイルランド連合王国（英国）")) == "GBR");
}

TEST_CASE("the recogniser of country codes agrees with the reader") {
    check_spine_around(country_code_type, {"JPN", "jpn", "日本", "XXX"}, "AJPNXajpnx日本　");
}
