#include "grammars/values/prefecture_code.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("prefecture codes go from 01 to 47") {
    int known = 0;
    for (int i = 0; i < 100; ++i) {
        const std::string text{static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
        known += prefecture_code_type.is_canonical(text, {}) ? 1 : 0;
    }
    CHECK(known == 47);
    CHECK(parse_prefecture_code("48").refusal().rule == rules::unknown_code);
    CHECK(parse_prefecture_code("00").refusal().rule == rules::unknown_code);
    CHECK(parse_prefecture_code("130001").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_prefecture_code("東京都").refusal().rule == rules::not_of_this_type);
}

TEST_CASE("a prefecture code of one digit has lost its zero") {
    const auto code = parse_prefecture_code("1");
    REQUIRE(code);
    CHECK(to_string(*code) == "01");
    CHECK(code.remark().rule == rules::lost_leading_zero);
    CHECK(code.remark().repair == RepairKind::provable);
    CHECK(parse_prefecture_code("0").refusal().rule == rules::unknown_code);
}

TEST_CASE("the recogniser of prefecture codes agrees with the reader") {
    check_spine_around(prefecture_code_type, {"13", "1", "４７", "00"});
}
