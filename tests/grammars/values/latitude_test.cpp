#include "grammars/values/latitude.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a latitude in decimal degrees is canonical with as many decimals as it has") {
    for (const char* text :
         {"35.676097", "35.6", "35", "-35.676097", "0", "90", "36.54810", "35.67609712345678"}) {
        INFO(text);
        CHECK(latitude_type.is_canonical(text, {}));
        CHECK(parse_latitude(text).remark().rule.empty());
    }
}

TEST_CASE("a latitude is read in degrees, minutes and seconds and in other notations") {
    const struct {
        const char* text;
        const char* degrees;
    } cases[] = {
        {"35°40'34\"N", "35.676111"},
        {"35度40分34秒", "35.676111"},
        {"35°40′33.95″", "35.676097"},
        {"北緯35度40分34.5秒", "35.676250"},
        {"35-40-34.5", "35.676250"},
        {"35:40:34.5", "35.676250"},
        {"35° 40' 34\" N", "35.676111"},
        {"35°40.567'", "35.676117"},
        {"35°40′34.1234″", "35.67614539"},
        {"北緯35.6", "35.6"},
        {"N35.6", "35.6"},
        {"35.6N", "35.6"},
        {"S35.6", "-35.6"},
        {"南緯35度30分", "-35.500000"},
        {"３５．６７６", "35.676"},
        {"35.676°", "35.676"},
        {"35.676度", "35.676"},
        {"+35.6", "35.6"},
        {"035.6", "35.6"},
        {"35.", "35"},
        {".5", "0.5"},
        {"緯度：35.6", "35.6"},
        {"lat=35.6", "35.6"},
        {"-0.0", "0.0"},
        {" 35.6 ", "35.6"},
        {"35°", "35"},
    };
    for (const auto& [text, degrees] : cases) {
        INFO(text);
        const auto latitude = parse_latitude(text);
        REQUIRE(latitude);
        CHECK(to_string(*latitude) == degrees);
        CHECK(latitude.remark().repair == RepairKind::normal_form);
    }
}

TEST_CASE("a longitude is not a latitude") {
    for (const char* text : {"139.744879", "東経35.6", "35.6E", "139°44'41\"", "経度:35"}) {
        INFO(text);
        const auto latitude = parse_latitude(text);
        REQUIRE(!latitude);
        CHECK(latitude.refusal().rule == rules::swapped_coordinates);
    }
}

TEST_CASE("degrees that are no longitude of Japan either are beyond the range, not exchanged") {
    for (const char* text : {"90.1", "95.2", "121.9", "154.5", "179", "-139.7"}) {
        INFO(text);
        const auto latitude = parse_latitude(text);
        REQUIRE(!latitude);
        CHECK(latitude.refusal().rule == rules::out_of_range);
    }
}

TEST_CASE("texts that are no latitude are refused by the rule they break") {
    const struct {
        const char* text;
        RuleId rule;
        Span where;
    } cases[] = {
        {"35.40.34.5", rules::ambiguous, {0, 10}},
        {"35.676097,139.744879", rules::several_values, {9, 20}},
        {"35.676097 139.744879", rules::several_values, {9, 20}},
        {"35°61'00\"", rules::out_of_range, {4, 6}},
        {"35°40'60\"", rules::out_of_range, {7, 9}},
        {"181", rules::out_of_range, {0, 3}},
        {"354034.5", rules::out_of_range, {0, 8}},
        {"35.6（駅）", rules::text_left_over, {4, 13}},
        {"35.5°40'", rules::not_of_this_type, {0, 9}},
        {"北緯-35", rules::ambiguous, {0, 9}},
        {"北緯35N", rules::text_left_over, {8, 9}},
        {"3.56E+01", rules::spreadsheet_damage, {0, 8}},
        {"(世界測地系10進法)", rules::not_of_this_type, {0, 25}},
        {"", rules::not_of_this_type, {0, 0}},
    };
    for (const auto& [text, rule, where] : cases) {
        INFO(text);
        const auto latitude = parse_latitude(text);
        REQUIRE(!latitude);
        CHECK(latitude.refusal().rule.text == rule.text);
        CHECK(latitude.refusal().where == where);
    }
}

TEST_CASE("the recogniser of latitudes agrees with the reader") {
    check_spine_around(latitude_type, {"35.676097", "35°40'34\"N", "北緯35.6", "35-40-34.5", "-0.5", "139.7"},
                       "0123456789-.－．　°'NE\"");
}
