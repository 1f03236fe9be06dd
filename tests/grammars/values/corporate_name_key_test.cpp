#include "grammars/values/corporate_name_key.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/text/utf8.hpp"
#include "grammars/text/wide.hpp"

using namespace daicho;

TEST_CASE("names that say the same have the same folded key") {
    const std::pair<std::string, std::string> same[] = {
        {"株式会社デジタル", "(株)デジタル"},
        {"株式会社デジタル", "㈱ﾃﾞｼﾞﾀﾙ"},
        {"株式会社　サカタのタネ", "株式会社サカタのタネ"},
        {"神社本庁", "\uFA19社本庁"},
        {"有限會社山陽物産", "有限会社山陽物産"},
        {"株式会社大谷製麵工場", "株式会社大谷製麺工場"},
        {"キヤノン株式会社", "キャノン株式会社"},
        {"ジャパン・プライド合同会社", "ジャパンプライド合同会社"},
        {"サーカス株式会社", "サ－カス株式会社"},
        {"Ａ＆Ｂ株式会社", "a&b株式会社"},
        {"株式会社國際", "株式会社国際"},
    };
    for (const auto& [a, b] : same) {
        INFO(a << " " << b);
        CHECK(corporate_name_key(a).folded == corporate_name_key(b).folded);
    }
}

TEST_CASE("names that differ keep different keys") {
    CHECK(corporate_name_key("ケーキ").folded != corporate_name_key("ガーキ").folded);
    CHECK(corporate_name_key("一条").folded != corporate_name_key("ー条").folded);
    CHECK(corporate_name_key("斎藤組").folded != corporate_name_key("斉藤組").folded);
    CHECK(corporate_name_key("渡辺商店").width != corporate_name_key("渡邊商店").width);
    CHECK(corporate_name_key("株式会社デジタル").folded != corporate_name_key("デジタル株式会社").folded);
}

TEST_CASE("a name in brackets that is said to be that of the register is the name") {
    const std::string key = corporate_name_key("株式会社ＥＭシステムズ").width;
    for (const char* name :
         {"株式会社イーエムシステムズ（商号　株式会社ＥＭシステムズ）",
          "イーエムシステムズ(登記上の商号：株式会社ＥＭシステムズ)", "ＥＭ（商号：㈱EMシステムズ）"})
        CHECK(corporate_name_key(name).width == key);
    CHECK(corporate_name_key("株式会社商号（商号）").width == "株式会社商号商号");
    CHECK(corporate_name_key("株式会社甲（乙）").width == "株式会社甲乙");
    CHECK(corporate_name_key("株式会社甲（商号：）").width == "株式会社甲商号");
}

TEST_CASE("the core is the name without its legal form") {
    struct Case {
        std::string name, core, form;
        FormPosition position;
    };
    const Case cases[] = {
        {"株式会社誉", "誉", "株式会社", FormPosition::before},
        {"有限会社京", "京", "有限会社", FormPosition::before},
        {"新興自動車株式会社珍田タクシー", "新興自動車珍田タクシー", "株式会社", FormPosition::inside},
        {"丸喜株式会社齋藤組", "丸喜斎藤組", "株式会社", FormPosition::inside},
        {"農業生産法人株式会社下田アグリセンター", "農業生産法人下田アグリセンター", "株式会社",
         FormPosition::inside},
        {"サンポット株式会杜", "サンポット株式会杜", "", FormPosition::none},
        {"協同組合", "協同組合", "", FormPosition::none},
        {"株式会社", "株式会社", "", FormPosition::none},
        {"医療法人社団紀尾井会", "紀尾井会", "医療法人社団", FormPosition::before},
        {"福井信用金庫", "福井", "信用金庫", FormPosition::after},
        {"デジタル㈲", "デジタル", "有限会社", FormPosition::after},
        {"丸喜(株)斎藤組", "丸喜斎藤組", "株式会社", FormPosition::inside},
        {"(一社)データ", "データ", "一般社団法人", FormPosition::before},
        {"八幡神社", "八幡神社", "", FormPosition::none},
    };
    for (const Case& each : cases) {
        INFO(each.name);
        const CorporateNameKey keys = corporate_name_key(each.name);
        CHECK(keys.core == corporate_name_key(each.core).folded);
        CHECK((keys.form ? keys.form->name : "") == each.form);
        CHECK(keys.position == each.position);
    }
}

TEST_CASE("a reading has one key however it is written, and what is no reading has none") {
    CHECK(corporate_kana_key("ｹｲﾖｳ ｷﾞﾝｺｳ") == corporate_kana_key("けいようぎんこう"));
    CHECK(corporate_kana_key("シャカイ") == corporate_kana_key("シヤカイ"));
    CHECK(corporate_kana_key("セ－ブ") == corporate_kana_key("セーブ"));
    CHECK(corporate_kana_key("京葉銀行").empty());
    CHECK(corporate_kana_key("ABC").empty());
    CHECK(corporate_kana_key("").empty());
}

TEST_CASE("keys of keys are the keys, whatever the text is made of") {
    std::mt19937 random(7);
    const std::vector<std::string> pieces = {"株式会社", "(株)", "㈲", "カ",   "ｶﾞ",   "ー",     "-",
                                             "・",       " ",    "　", "髙",   "會",   "社",     "A",
                                             "ａ",       "(",    "）", "組合", "会社", "\uFA19", "法人"};
    for (unsigned round = 0; round < 3000; ++round) {
        std::string text;
        for (unsigned i = random() % 8; i > 0; --i) text += pieces[random() % pieces.size()];
        INFO(text);
        const CorporateNameKey keys = corporate_name_key(text), again = corporate_name_key(keys.folded);
        CHECK(again.folded == keys.folded);
        CHECK(corporate_name_key(wide(text)).width == keys.width);
        CHECK(find_invalid_utf8(keys.core) == std::string::npos);
        CHECK(keys.core.empty() == keys.folded.empty());
        CHECK((keys.form != nullptr) == (keys.position != FormPosition::none));
    }
}
