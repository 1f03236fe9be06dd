#include "grammars/values/payee_name.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("the name of a payee is read wherever its legal form stands") {
    struct Case {
        std::string_view text, corporation, forms, rest;
        bool first;
    };
    const Case cases[] = {
        {"カ)ケイヨウギンコウ", "ケイヨウギンコウ", "株式会社", "", true},
        {"(カ)ケイヨウギンコウ", "ケイヨウギンコウ", "株式会社", "", true},
        {"ケイヨウギンコウ(カ", "ケイヨウギンコウ", "株式会社", "", false},
        {"ケイヨウギンコウ(カ)", "ケイヨウギンコウ", "株式会社", "", false},
        {"ケイヨウギンコウ(カ)チバシテン", "ケイヨウギンコウ", "株式会社", "チバシテン", false},
        {"ｶ)ｹｲﾖｳｷﾞﾝｺｳ", "ｹｲﾖｳｷﾞﾝｺｳ", "株式会社", "", true},
        {"ユ）ヤマダ", "ヤマダ", "有限会社", "", true},
        {"シユウ)ハチマングウ", "ハチマングウ", "宗教法人", "", true},
        {"シュウ)ハチマングウ", "ハチマングウ", "宗教法人", "", true},
        {"カ)ヤマダ(エイ", "ヤマダ", "株式会社", "(エイ", true},
    };
    for (const Case& each : cases) {
        INFO(each.text);
        const PayeeName name = read_payee_name(each.text);
        CHECK(name.corporation == each.corporation);
        CHECK(name.forms == each.forms);
        CHECK(name.rest == each.rest);
        CHECK(name.form_first == each.first);
    }
}

TEST_CASE("what is no name of a payee is not read as one") {
    for (const std::string_view text : {"", "カ)", "(カ", "()", "ケイヨウギンコウ", "ケイヨウ(アア",
                                        "(株)京葉", "株)京葉", "カ)京葉銀行", ")", "(", ")(", "((カ)ア"}) {
        INFO(text);
        CHECK(read_payee_name(text).corporation.empty());
    }
}
