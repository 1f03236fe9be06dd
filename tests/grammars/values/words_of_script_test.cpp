#include "grammars/values/words_of_script.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

namespace {

struct Case {
    const ValueType& type;
    std::string text;
    std::string canonical;
    RuleId rule;
};

}  // namespace

TEST_CASE("kana are read in half width and as hiragana, and written in full width") {
    const Case cases[] = {
        {kana_type, "デジタル", "デジタル", {}},
        {kana_type, "ﾃﾞｼﾞﾀﾙ", "デジタル", rules::half_width_kana},
        {kana_type, "でじたる", "デジタル", rules::wrong_script},
        {kana_type, "デ-タ", "データ", rules::other_notation},
        {kana_type, "デ－タ", "データ", rules::other_notation},
        {kana_type, "ﾃﾞｰﾀ", "データ", rules::half_width_kana},
        {kana_type, "ジョン・スミス", "ジョン・スミス", {}},
        {kana_type, " デジタル", "デジタル", rules::surrounding_space},
        {kana_space_type, "デジタル　タロウ", "デジタル タロウ", rules::other_notation},
        {kana_space_type, "ﾃﾞｼﾞﾀﾙ  ﾀﾛｳ", "デジタル タロウ", rules::half_width_kana},
        {kana_space_type, "デジタル", "デジタル", {}},
        {corporate_name_kana_type, "ﾃﾞｼﾞﾀﾙﾁｮｳ", "デジタルチョウ", rules::half_width_kana},
        {half_alnum_type, "ＡＢ１２", "AB12", rules::other_notation},
        {half_digits_type, "００７", "007", rules::other_notation},
        {half_type, "Ｔｏｋｙｏ　Ｔｏｗｅｒ", "Tokyo Tower", rules::other_notation},
        {text_type, "　本文 です ", "本文 です", rules::surrounding_space},
        {text_type, "本文\n", "本文", rules::surrounding_space},
        {text_type, "本文", "本文", {}},
    };
    for (const auto& [type, text, canonical, rule] : cases) {
        INFO(type.name << ": " << text);
        const auto value = type.canonical(text, {});
        REQUIRE(value);
        CHECK(*value == canonical);
        CHECK(value.remark().rule == rule);
    }
}

TEST_CASE("a character of another script is refused where it stands") {
    const auto kanji = kana_type.canonical("デジ田ル", {});
    REQUIRE_FALSE(kanji);
    CHECK(kanji.refusal().rule == rules::wrong_script);
    CHECK(kanji.refusal().where == Span{6, 9});
    CHECK(kana_type.canonical("デジタル タロウ", {}).refusal().where == Span{12, 13});
    CHECK(half_digits_type.canonical("12a", {}).refusal().where == Span{2, 3});
    CHECK_FALSE(half_type.canonical("Tōkyō", {}));
    CHECK_FALSE(kana_type.canonical("ー", {}));
    CHECK_FALSE(kana_type.canonical("-", {}));
}

TEST_CASE("a line end inside a text is refused, with the guess of a space") {
    const auto value = text_type.canonical("一行目\n二行目", {});
    REQUIRE_FALSE(value);
    CHECK(value.refusal().rule == rules::control_character);
    CHECK(value.refusal().where == Span{9, 10});
    CHECK(value.refusal().suggestion == "一行目 二行目");
    CHECK_FALSE(text_type.canonical("　", {}));
    CHECK(text_type.canonical(std::string("0123456789012345\u0085x"), {}).refusal().where == Span{16, 18});
}

TEST_CASE("recogniser and reader of texts by script agree") {
    for (const ValueType* type : {&text_type, &kana_type, &kana_space_type, &corporate_name_kana_type,
                                  &half_alnum_type, &half_digits_type, &half_type}) {
        check_spine_around(
            *type, {"デジタル タロウ", "ﾃﾞｰﾀ ﾊﾟｰｸ", "ひらがなー", "AB 12", "007", "本文　です", "ゔァ"},
            "ーｰ-－ 　ｱﾞﾟあア・･亜A1\n\t\u00A0。");
    }
}

TEST_CASE("a reading of a name keeps the signs that stand in the name") {
    const Case cases[] = {
        {kana_title_type, "コウエンカイ「コロナカ」", "コウエンカイ「コロナカ」", {}},
        {kana_title_type, "カフェ　セレサ 2ゴウテン", "カフェ　セレサ 2ゴウテン", {}},
        {kana_title_type, "ｶﾌｪ(ﾎﾝﾃﾝ)", "カフェ(ホンテン)", rules::half_width_kana},
        {kana_title_type, "せんたー（ぶんかん）", "センター（ブンカン）", rules::wrong_script},
        {kana_title_type, "カフェ　", "カフェ", rules::surrounding_space},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const auto read = one.type.canonical(one.text, {});
        REQUIRE(read);
        CHECK(*read == one.canonical);
        CHECK(read.remark().rule == one.rule);
    }
    for (const char* text : {"本店ノ", "AEDセンター", "（１）", "", "ｓンスイ"}) {
        CAPTURE(text);
        CHECK(!kana_title_type.canonical(text, {}));
    }
    check_spine_around(kana_title_type, {"カフェ（ホンテン）", "ｶﾌｪ 2", "せんたー・ホール"},
                       "カﾌｪあー（） 　2A本");
}
