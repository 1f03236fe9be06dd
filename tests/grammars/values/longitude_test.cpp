#include "grammars/values/longitude.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a longitude is decimal degrees from -180 to 180") {
    CHECK(longitude_type.is_canonical("139.744879", {}));
    CHECK(longitude_type.is_canonical("-180", {}));
    CHECK_FALSE(longitude_type.is_canonical("180.1", {}));
    CHECK(to_string(*parse_longitude("東経139度44分41秒")) == "139.744722");
    CHECK(to_string(*parse_longitude("139°44'41.5\"E")) == "139.744861");
    CHECK(to_string(*parse_longitude("W0.5")) == "-0.5");
    CHECK(to_string(*parse_longitude("１３９．７４")) == "139.74");
}

TEST_CASE("texts that are no longitude are refused by the rule they break") {
    CHECK(parse_longitude("北緯35.6").refusal().rule == rules::swapped_coordinates);
    CHECK(parse_longitude("180.5").refusal().rule == rules::out_of_range);
    CHECK(parse_longitude("180.5").refusal().detail == "±180");
    CHECK(parse_longitude("不明").refusal().rule == rules::not_of_this_type);
}

TEST_CASE("the recogniser of longitudes agrees with the reader") {
    check_spine_around(longitude_type, {"139.744879", "139°44'41\"E", "東経139.7"},
                       "0123456789-.－．　°'NE\"");
}
