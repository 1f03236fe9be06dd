#include "grammars/values/lei.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("legal entity identifiers leave 1 modulo 97") {
    CHECK(lei_type.is_canonical("636700STJZG4U8W2I596", {}));
    CHECK(to_string(*parse_lei("6367-00st-jzg4-u8w2-i596")) == "636700STJZG4U8W2I596");
    CHECK(parse_lei("636700STJZG4U8W2I597").refusal().rule == rules::wrong_check_digit);
    CHECK(parse_lei("636700STJZG4U8W2I5").refusal().rule == rules::wrong_digit_count);
    CHECK(parse_lei("なし").refusal().rule == rules::not_of_this_type);
}

TEST_CASE("the recogniser of legal entity identifiers agrees with the reader") {
    check_spine_around(lei_type, {"636700STJZG4U8W2I596", "636700stjzg4u8w2i596"}, "0123456789AZaz-－");
}
