#include "grammars/values/coordinates.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a pair of coordinates is latitude, comma, longitude") {
    CHECK(coordinates_type.is_canonical("35.676097,139.744879", {}));
    CHECK(parse_coordinates("35.676097,139.744879").remark().rule.empty());
}

TEST_CASE("pairs of coordinates are read in other notations") {
    for (const char* text :
         {"35.676097, 139.744879", "(35.676097, 139.744879)", "35.676097 139.744879",
          "３５．６７６０９７，１３９．７４４８７９", "35.676097、139.744879", "35.676097/139.744879",
          "N35.676097 E139.744879", "北緯35.676097 東経139.744879", "北緯35.676097東経139.744879",
          "東経139.744879 北緯35.676097", "緯度:35.676097 経度:139.744879", "lat=35.676097,lon=139.744879",
          "35.676097N,139.744879E", "POINT(139.744879 35.676097)", "point (139.744879  35.676097)",
          "+35.676097+139.744879/"}) {
        INFO(text);
        const auto place = parse_coordinates(text);
        REQUIRE(place);
        CHECK(to_string(*place) == "35.676097,139.744879");
        CHECK(place.remark().rule == rules::other_notation);
        CHECK(place.remark().repair == RepairKind::normal_form);
    }
    CHECK(to_string(*parse_coordinates("35°40'34\"N 139°44'41\"E")) == "35.676111,139.744722");
    CHECK(to_string(*parse_coordinates("北緯35度40分34秒、東経139度44分41秒")) == "35.676111,139.744722");
}

TEST_CASE("a pair that begins with a longitude is turned round, for no latitude is that big") {
    for (const char* text : {"139.744879,35.676097", "[139.744879,35.676097]"}) {
        INFO(text);
        const auto place = parse_coordinates(text);
        REQUIRE(place);
        CHECK(to_string(*place) == "35.676097,139.744879");
        CHECK(place.remark().rule == rules::swapped_coordinates);
        CHECK(place.remark().repair == RepairKind::provable);
    }
}

TEST_CASE("what the canonical pair cannot hold is kept in the parts and not dropped unasked") {
    const char* text = "+35.658581+139.745433+351CRSWGS_84/";
    const auto place = parse_coordinates(text);
    REQUIRE(place);
    CHECK(to_string(*place) == "35.658581,139.745433");
    CHECK(place.remark().repair == RepairKind::guess);
    const Parts parts = coordinates_type.parts(text, {});
    REQUIRE(parts.size() == 4);
    CHECK(parts[0].second == "35.658581");
    CHECK(parts[1].second == "139.745433");
    CHECK(parts[2].second == "351");
    CHECK(parts[3].second == "WGS_84");
    CHECK(parse_coordinates("SRID=6668;POINT Z (139.7 35.6 3.5)")->reference_system == "EPSG:6668");
    CHECK(parse_coordinates("SRID=6668;POINT Z (139.7 35.6 3.5)")->height == "3.5");
}

TEST_CASE("texts that are no pair of coordinates are refused by the rule they break") {
    const struct {
        const char* text;
        RuleId rule;
    } cases[] = {
        {"0,0", rules::out_of_range},
        {"0.0,0.000", rules::out_of_range},
        {"35.676097", rules::incomplete},
        {"35.676097,", rules::incomplete},
        {"139.7,139.7", rules::out_of_range},
        {"35.6,200", rules::out_of_range},
        {"北緯35.6 北緯36.6", rules::ambiguous},
        {"35.6,139.7 東京駅", rules::text_left_over},
        {"東京都港区", rules::not_of_this_type},
        {"35.6,あ", rules::not_of_this_type},
        {"", rules::not_of_this_type},
    };
    for (const auto& [text, rule] : cases) {
        INFO(text);
        const auto place = parse_coordinates(text);
        REQUIRE(!place);
        CHECK(place.refusal().rule.text == rule.text);
    }
}

TEST_CASE("the recogniser of pairs agrees with the reader") {
    check_spine_around(coordinates_type,
                       {"35.676097,139.744879", "(35.6, 139.7)", "139.7,35.6", "0,0", "0,0.5", "-35.6,-139.7",
                        "+35.658581+139.745433/", "POINT(139.7 35.6)"},
                       "0123456789-.,－．　+/()NE ");
}
