#include "grammars/values/corporate_name.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a corporate name is written as it is registered") {
    const std::pair<std::string, std::string> cases[] = {
        {"株式会社ＧＩＦ", "株式会社ＧＩＦ"},
        {"株式会社GIF", "株式会社ＧＩＦ"},
        {"(株)デジタル", "株式会社デジタル"},
        {"（株）デジタル", "株式会社デジタル"},
        {"㈱デジタル", "株式会社デジタル"},
        {"デジタル㈱", "デジタル株式会社"},
        {"㈱ デジタル", "株式会社デジタル"},
        {"デジタル　株式会社", "デジタル株式会社"},
        {"㈲ﾃﾞｼﾞﾀﾙ", "有限会社デジタル"},
        {"(一社)データ協会", "一般社団法人データ協会"},
        {"(社福)ひまわり会", "社会福祉法人ひまわり会"},
        {"合同会社A&B-C", "合同会社Ａ＆Ｂ－Ｃ"},
        {"株式会社Digital Works", "株式会社Ｄｉｇｉｔａｌ　Ｗｏｒｋｓ"},
        {"データ研究所（学）", "データ研究所（学）"},
        {"紀尾井町自治会", "紀尾井町自治会"},
    };
    for (const auto& [text, canonical] : cases) {
        INFO(text);
        const auto name = corporate_name_type.canonical(text, {});
        REQUIRE(name);
        CHECK(*name == canonical);
    }
}

TEST_CASE("the legal form and its place are known") {
    CHECK(corporate_name_type.parts("㈱デジタル", {}) ==
          Parts{{"legalForm", "株式会社"}, {"legalFormPosition", "before"}, {"coreName", "デジタル"}});
    CHECK(corporate_name_type.parts("デジタル(有)", {}) ==
          Parts{{"legalForm", "有限会社"}, {"legalFormPosition", "after"}, {"coreName", "デジタル"}});
    CHECK(corporate_name_type.parts("医療法人社団紀尾井会", {}) ==
          Parts{{"legalForm", "医療法人社団"}, {"legalFormPosition", "before"}, {"coreName", "紀尾井会"}});
    CHECK(corporate_name_type.parts("紀尾井町自治会", {}) == Parts{{"coreName", "紀尾井町自治会"}});
    CHECK(divide_corporate_name("株式会社デジタル").form->kana == "カブシキガイシャ");
    CHECK(corporate_name_type.parts("", {}).empty());
}

TEST_CASE("recogniser and reader of corporate names agree") {
    check_spine_around(corporate_name_type,
                       {"株式会社ＧＩＦ", "(株) デジタル", "デジタル　㈱", "㈱㈱", "株式会社　株式会社",
                        "㈲ﾃﾞｼﾞﾀﾙ A-1", "（株）（有）"},
                       " 　㈱㈲(株)（有）式会社ＡA1-－ｱﾞデ\t\u00A0");
}
