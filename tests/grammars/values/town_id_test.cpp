#include "grammars/values/town_id.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a town id is seven digits, divided or not") {
    CHECK(town_id_type.is_canonical("0008001", {}));
    CHECK(to_string(*parse_town_id("0008-001")) == "0008001");
    CHECK(parse_town_id("0008-001").remark().rule == rules::other_notation);
}

TEST_CASE("a town id that went through a number column gets its zeros back") {
    const struct {
        const char* text;
        const char* id;
    } cases[] = {{"39000", "0039000"}, {"131000", "0131000"}, {"6000", "0006000"}, {"118002.0", "0118002"}};
    for (const auto& [text, id] : cases) {
        INFO(text);
        const auto town = parse_town_id(text);
        REQUIRE(town);
        CHECK(to_string(*town) == id);
        CHECK(town.remark().rule == rules::lost_leading_zero);
        CHECK(town.remark().repair == RepairKind::provable);
    }
}

TEST_CASE("texts that are no town id are refused by the rule they break") {
    CHECK(parse_town_id("00080010").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_town_id("0008-01").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_town_id("12").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_town_id("霞が関二丁目").refusal().rule == rules::not_of_this_type);
}

TEST_CASE("the recogniser of town ids agrees with the reader") {
    check_spine_around(town_id_type, {"0008001", "0008-001", "39000"});
}
