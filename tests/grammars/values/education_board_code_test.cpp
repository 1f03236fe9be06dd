#include "grammars/values/education_board_code.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a board of education has six digits, the prefecture first") {
    CHECK(education_board_code_type.is_canonical("011000", {}));
    CHECK(to_string(*parse_education_board_code("０１１０００")) == "011000");
    CHECK(parse_education_board_code("481000").refusal().rule == rules::unknown_code);
    CHECK(parse_education_board_code("0110000").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_education_board_code("北海道").refusal().rule == rules::not_of_this_type);
}

TEST_CASE("a board code of five digits is refused with a guess, for nothing proves the zero") {
    const auto code = parse_education_board_code("11000");
    REQUIRE(!code);
    CHECK(code.refusal().rule == rules::lost_leading_zero);
    CHECK(code.refusal().repair == RepairKind::guess);
    CHECK(code.refusal().suggestion == "011000");
}

TEST_CASE("the recogniser of board codes agrees with the reader") {
    check_spine_around(education_board_code_type, {"011000", "11000", "131016"});
}
