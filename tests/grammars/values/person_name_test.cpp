#include "grammars/values/person_name.hpp"

#include <catch2/catch.hpp>

#include "grammars/values/rule_ids.hpp"
#include "tests/support/value_spine.hpp"

using namespace daicho;

TEST_CASE("a name is two words with one half-width space") {
    const std::pair<std::string, std::string> cases[] = {
        {"出路樽 太郎", "出路樽 太郎"},
        {"出路樽　太郎", "出路樽 太郎"},
        {" 出路樽  太郎 ", "出路樽 太郎"},
        {"ｼﾞｮﾝ ｽﾐｽ", "ジョン スミス"},
        {"John Smith", "John Smith"},
        {"Ｊｏｈｎ　Ｓｍｉｔｈ", "John Smith"},
        {"ジョン・スミス", "ジョン・スミス"},
        {"佐々木 ヶ子", "佐々木 ヶ子"},
        {"葛\U000E0100城 太郎", "葛\U000E0100城 太郎"},
        {"渡邉 𠮷子", "渡邉 𠮷子"},
        {"O'Brien Jean-Paul", "O'Brien Jean-Paul"},
    };
    for (const auto& [text, canonical] : cases) {
        INFO(text);
        const auto name = person_name_type.canonical(text, {});
        REQUIRE(name);
        CHECK(*name == canonical);
    }
}

TEST_CASE("a name whose parts cannot be told is refused as incomplete, without a repair") {
    const auto name = person_name_type.canonical("出路樽太郎", {});
    REQUIRE_FALSE(name);
    CHECK(name.refusal().rule == rules::incomplete);
    CHECK(name.refusal().repair == RepairKind::none);
    CHECK(person_name_type.parts("出路樽太郎", {}).empty());
}

TEST_CASE("what is no name is refused where it goes wrong") {
    CHECK(person_name_type.canonical("12", {}).refusal().rule == rules::not_of_this_type);
    CHECK(person_name_type.canonical("", {}).refusal().rule == rules::not_of_this_type);
    const auto note = person_name_type.canonical("出路樽 太郎（代表）", {});
    CHECK(note.refusal().rule == rules::text_left_over);
    CHECK(note.refusal().where == Span{16, 28});
    CHECK(person_name_type.canonical("出路樽\n太郎", {}).refusal().rule == rules::control_character);
}

TEST_CASE("family and given name are known of Japanese names only") {
    CHECK(person_name_type.parts("出路樽　太郎", {}) ==
          Parts{{"familyName", "出路樽"}, {"givenName", "太郎"}});
    CHECK(person_name_kana_type.parts("ﾃﾞｼﾞﾀﾙ ﾀﾛｳ", {}) ==
          Parts{{"familyName", "デジタル"}, {"givenName", "タロウ"}});
    CHECK(person_name_type.parts("John Smith", {}).empty());
    CHECK(person_name_type.parts("ジョン ロナルド スミス", {}).empty());
}

TEST_CASE("recogniser and reader of names agree") {
    const std::vector<std::string> seeds{"出路樽 太郎", "ﾃﾞｼﾞﾀﾙ ﾀﾛｳ", "John O'Brien", "デジタル・タロウ",
                                         "でじたる　たろう"};
    check_spine_around(person_name_type, seeds, " 　・-'ｱﾞーあア亜A1(\t");
    check_spine_around(person_name_kana_type, seeds, " 　・-'ｱﾞーあア亜A1(\t");
}
