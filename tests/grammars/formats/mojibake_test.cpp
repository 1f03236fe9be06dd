#include "grammars/formats/mojibake.hpp"

#include <algorithm>
#include <string>

#include "catch2/catch.hpp"

using namespace daicho;

namespace {

const char* const names[] = {
    "東京都千代田区霞が関", "株式会社山田商店", "こんにちは、世界",   "カタカナのテキスト",
    "第一小学校（廃校）",   "山田太郎",         "避難所一覧",         "髙島屋日本橋店",
    "大阪市北区梅田1-1-3",  "市役所本庁舎",     "ＡＢＣ商事株式会社", "有限会社いろは",
};

std::string repaired(std::string_view text) {
    const auto repair = find_mojibake_repair(text);
    return repair ? repair->text : "(left alone)";
}

}  // namespace

TEST_CASE("a misreading that lost nothing is undone to the very text") {
    int undone = 0;
    for (const char* name : names) {
        for (const Misreading mistake : known_misreadings()) {
            const auto garbled = misread(name, mistake);
            if (!garbled || *garbled == name) continue;
            INFO(name << " as " << *garbled << ", written as " << to_string(mistake.written) << ", read as "
                      << to_string(mistake.read));
            const auto texts = undo_misreading(*garbled, mistake);
            CHECK(std::ranges::count(texts, name) == 1);
            undone += 1;
        }
    }
    CHECK(undone > 40);
}

TEST_CASE("garbled names are repaired, or left alone, but never made something else") {
    int garblings = 0;
    int repairs = 0;
    for (const char* name : names) {
        for (const Misreading mistake : known_misreadings()) {
            const auto garbled = misread(name, mistake);
            if (!garbled || *garbled == name) continue;
            INFO(name << " as " << *garbled);
            garblings += 1;
            const auto repair = find_mojibake_repair(*garbled);
            if (!repair) continue;
            repairs += 1;
            CHECK(repair->text == name);
            CHECK(repair->bits_gained > 20);
        }
    }
    CHECK(repairs * 10 > garblings * 9);
}

TEST_CASE("well-known garblings are repaired with their cause") {
    CHECK(repaired("縺薙ｓ縺ｫ縺｡縺ｯ") == "こんにちは");
    CHECK(repaired("å¸‚å½¹æ‰€") == "市役所");
    CHECK(repaired("\x1B$B;TLr=j\x1B(B") == "市役所");
    const auto repair = find_mojibake_repair("縺薙ｓ縺ｫ縺｡縺ｯ");
    REQUIRE(repair);
    REQUIRE(repair->mistakes.size() == 1);
    CHECK(repair->mistakes[0] == Misreading{Encoding::utf8, MisreadAs::cp932});
}

TEST_CASE("what was misread twice is undone twice") {
    const Misreading western{Encoding::utf8, MisreadAs::western};
    const auto once = misread("市役所本庁舎", western);
    REQUIRE(once);
    const auto twice = misread(*once, western);
    REQUIRE(twice);
    const auto repair = find_mojibake_repair(*twice);
    REQUIRE(repair);
    CHECK(repair->text == "市役所本庁舎");
    CHECK(repair->mistakes.size() == 2);
}

TEST_CASE("text that was meant is left alone, however rare its characters") {
    for (const char* text : {"縺",
                             "繧",
                             "蜷",
                             "邏",
                             "縺れる",
                             "繧繝縁",
                             "ｱｲｳｴｵ",
                             "ﾔﾏﾀﾞ ﾀﾛｳ",
                             "ﾄｳｷｮｳﾄﾁﾖﾀﾞｸ",
                             "Café Müller",
                             "Société Générale",
                             "㈱髙﨑",
                             "齋藤邉",
                             "鼈甲",
                             "躑躅ヶ崎",
                             "魑魅魍魎",
                             "α粒子",
                             "①②③",
                             "한국",
                             "Ångström",
                             "",
                             "abc",
                             "\uE000",
                             "50％〜",
                             "“引用”",
                             "龘靐齉",
                             "ｶﾌﾞｼｷｶﾞｲｼｬ",
                             "ÄÖÜ",
                             "繝繝"}) {
        INFO(text);
        CHECK(repaired(text) == "(left alone)");
    }
}

TEST_CASE("a garbling that lost bytes is not repaired, but noticed") {
    CHECK(repaired("縺ゅ＞縺・") == "(left alone)");
    CHECK(looks_garbled("縺ゅ＞縺・"));
    CHECK(looks_garbled("\uFFFD"));
    CHECK_FALSE(looks_garbled("市役所"));
}
