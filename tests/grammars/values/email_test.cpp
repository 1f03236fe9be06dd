#include "grammars/values/email.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("mail addresses are canonical as they are issued") {
    for (const char* text : {"kouminkan@isehara-city.jp", "sakana1-ekusuok.11@softbank.ne.jp",
                             "Bsn1_xo@ezweb.ne.jp", "a..b.@docomo.ne.jp", "a@x.jp;b@y.jp"}) {
        INFO(text);
        CHECK(email_type.is_canonical(text, {}));
        CHECK(parse_email(text).remark().rule.empty());
    }
}

TEST_CASE("mail addresses are read in other notations") {
    const struct {
        const char* text;
        const char* email;
    } cases[] = {
        {"ａｂｃ＠ｅｘａｍｐｌｅ．ｊｐ", "abc@example.jp"},
        {"abc＠example.jp", "abc@example.jp"},
        {"E-mail：abc@example.jp", "abc@example.jp"},
        {"mailto:abc@example.jp", "abc@example.jp"},
        {"a@x.jp, b@y.jp", "a@x.jp;b@y.jp"},
        {"a@x.jp；b@y.jp；", "a@x.jp;b@y.jp"},
        {"a@x.jp　b@y.jp", "a@x.jp;b@y.jp"},
        {" a@x.jp ", "a@x.jp"},
    };
    for (const auto& [text, email] : cases) {
        INFO(text);
        const auto read = parse_email(text);
        REQUIRE(read);
        CHECK(to_string(*read) == email);
        CHECK(read.remark().repair == RepairKind::normal_form);
    }
}

TEST_CASE("a hidden @ is refused with a guess") {
    for (const char* text :
         {"abc(at)example.jp", "abc[at]example.jp", "abc★example.jp", "abc (アット) example.jp"}) {
        INFO(text);
        const auto read = parse_email(text);
        REQUIRE(!read);
        CHECK(read.refusal().rule == rules::not_of_this_type);
        CHECK(read.refusal().repair == RepairKind::guess);
        CHECK(read.refusal().suggestion == "abc@example.jp");
    }
}

TEST_CASE("texts that are no mail address are refused by the rule they break") {
    for (const char* text :
         {"", "石川県", "abc@", "@example.jp", "abc@example", "abc", "https://example.jp"}) {
        INFO(text);
        CHECK(parse_email(text).refusal().rule == rules::not_of_this_type);
    }
    const auto read = parse_email("abc@example.jp（担当）");
    CHECK(read.refusal().rule == rules::text_left_over);
    CHECK(read.refusal().where == Span{14, 26});
    CHECK(read.refusal().suggestion == "abc@example.jp");
}

TEST_CASE("the recogniser of mail addresses agrees with the reader") {
    check_spine_around(email_type, {"abc@example.jp", "a@x.jp;b@y.jp", "ａ＠ｘ．ｊｐ", "abc(at)example.jp"},
                       "ab@.;, 　＠；-_あ");
}
