#include "grammars/values/medical_institution_code.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("the check digit of an institution covers its prefecture and table") {
    CHECK(medical_institution_code_type.is_canonical("0110112489", {}));
    CHECK(parse_medical_institution_code("0110112488").refusal().rule == rules::wrong_check_digit);
    CHECK(parse_medical_institution_code("0110112488").refusal().detail == "9");
}

TEST_CASE("in Saitama, Chiba, Tokyo and Kanagawa it covers the number alone") {
    // 011248: 0 + 2 + 1 + 4 + 4 + 7 = 18, so 2, whatever stands before it.
    for (const char* text : {"1110112482", "1210112482", "1310112482", "1410112482", "1330112482"}) {
        INFO(text);
        CHECK(medical_institution_code_type.is_canonical(text, {}));
    }
    CHECK_FALSE(medical_institution_code_type.is_canonical("1510112482", {}));
}

TEST_CASE("seven digits have no prefecture to prove them by") {
    CHECK(medical_institution_code_type.is_canonical("0112489", {}));
    CHECK(to_string(*parse_medical_institution_code("01-1248-9")) == "0112489");
}

TEST_CASE("a code of nine digits that fits with a zero in front has lost it") {
    const auto code = parse_medical_institution_code("110112489");
    REQUIRE(code);
    CHECK(to_string(*code) == "0110112489");
    CHECK(code.remark().rule == rules::lost_leading_zero);
    CHECK(code.remark().repair == RepairKind::provable);
}

TEST_CASE("texts that are no institution code are refused by the rule they break") {
    CHECK(parse_medical_institution_code("110112488").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_medical_institution_code("112489").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_medical_institution_code("4810112489").refusal().rule == rules::unknown_code);
    CHECK(parse_medical_institution_code("0120112489").refusal().rule == rules::unknown_code);
}

TEST_CASE("the recogniser of institution codes agrees with the reader") {
    check_spine_around(medical_institution_code_type, {"0110112489", "0112489", "110112489", "1310112482"});
}
