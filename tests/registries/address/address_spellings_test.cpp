// The generator of spellings that the matcher of addresses is measured with.

#include "tests/support/address_spellings.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/support/spelled_numbers.hpp"

using namespace daicho::spellings;

namespace {

KnownAddress residence() {
    KnownAddress known;
    known.kind = KnownAddress::Kind::residence;
    known.prefecture = "和歌山県";
    known.city = "和歌山市";
    known.oaza = "松ケ丘";
    known.chome = "１丁目";
    known.chome_number = "1";
    known.postal_code = "6410000";
    known.numbers = {"6", "12", ""};
    return known;
}

KnownAddress parcel() {
    KnownAddress known;
    known.kind = KnownAddress::Kind::parcel;
    known.prefecture = "鹿児島県";
    known.county = "熊毛郡";
    known.city = "屋久島町";
    known.oaza = "大字平内";
    known.koaza = "字上ノ沢";
    known.numbers = {"1481", "3", ""};
    return known;
}

const std::vector<OldForm> old_forms = {{"沢", "澤"}, {"県", "縣"}};

std::string spelt(const KnownAddress& known, std::string_view habit) {
    for (const Spelling& spelling : single_habits(known, old_forms, 1)) {
        const bool plain = spelling.habits.empty() && habit.empty();
        if (plain || (!spelling.habits.empty() && spelling.habits.front() == habit)) return spelling.text;
    }
    return "";
}

}  // namespace

TEST_CASE("numbers are spelt as people spell them") {
    CHECK(kanji_digits("103") == "一〇三");
    CHECK(counted_kanji("103") == "百三");
    CHECK(counted_kanji("10") == "十");
    CHECK(counted_kanji("11110") == "一万千百十");
    CHECK(counted_kanji("2020") == "二千二十");
    CHECK(full_width_digits("1-2") == "１-２");
    CHECK(all_digits("12"));
    CHECK_FALSE(all_digits(""));
    CHECK_FALSE(all_digits("1乙"));
}

TEST_CASE("a residence is spelt in the ways people spell one") {
    const std::pair<const char*, const char*> cases[] = {
        {"", "和歌山県和歌山市松ケ丘１丁目6番12号"},
        {"no prefecture", "和歌山市松ケ丘１丁目6番12号"},
        {"chome in kanji", "和歌山県和歌山市松ケ丘一丁目6番12号"},
        {"chome by hyphen", "和歌山県和歌山市松ケ丘1-6番12号"},
        {"ケ as が", "和歌山県和歌山市松が丘１丁目6番12号"},
        {"old letters", "和歌山縣和歌山市松ケ丘１丁目6番12号"},
        {"lot by hyphen", "和歌山県和歌山市松ケ丘１丁目6-12"},
        {"full width", "和歌山県和歌山市松ケ丘１丁目６番１２号"},
        {"counted kanji", "和歌山県和歌山市松ケ丘１丁目六番十二号"},
        {"hyphen ー", "和歌山県和歌山市松ケ丘１丁目6ー12"},
        {"space after the city", "和歌山県和歌山市 松ケ丘１丁目6番12号"},
        {"no region", "松ケ丘１丁目6番12号"},
    };
    for (const auto& [habit, text] : cases) CHECK(spelt(residence(), habit) == text);
    CHECK(spelt(residence(), "大字 added").empty());
    CHECK(spelt(residence(), "no county").empty());
}

TEST_CASE("a parcel is spelt in the ways people spell one") {
    const std::pair<const char*, const char*> cases[] = {
        {"", "鹿児島県熊毛郡屋久島町大字平内字上ノ沢1481番地3"},
        {"no county", "鹿児島県屋久島町大字平内字上ノ沢1481番地3"},
        {"大字 dropped", "鹿児島県熊毛郡屋久島町平内字上ノ沢1481番地3"},
        {"字 dropped", "鹿児島県熊毛郡屋久島町大字平内上ノ沢1481番地3"},
        {"小字 said", "鹿児島県熊毛郡屋久島町大字平内小字上ノ沢1481番地3"},
        {"ノ as の", "鹿児島県熊毛郡屋久島町大字平内字上の沢1481番地3"},
        {"lot 番地の", "鹿児島県熊毛郡屋久島町大字平内字上ノ沢1481番地の3"},
        {"kanji digits", "鹿児島県熊毛郡屋久島町大字平内字上ノ沢一四八一番地三"},
        {"counted kanji", "鹿児島県熊毛郡屋久島町大字平内字上ノ沢千四百八十一番地三"},
    };
    for (const auto& [habit, text] : cases) CHECK(spelt(parcel(), habit) == text);
}

TEST_CASE("numerals that would run into those of a name are not written") {
    KnownAddress known = parcel();
    known.koaza = "字三";
    CHECK(spelt(known, "kanji digits").empty());
    known.koaza = "";
    known.oaza = "安原下第１";
    CHECK(spelt(known, "") == "鹿児島県熊毛郡屋久島町安原下第１ 1481番地3");
}

TEST_CASE("the same seed gives the same spellings, another seed others") {
    const auto texts = [](std::uint64_t seed) {
        std::vector<std::string> all;
        for (const Spelling& spelling : mixed_habits(parcel(), old_forms, seed, 50))
            all.push_back(spelling.text);
        return all;
    };
    CHECK(texts(1) == texts(1));
    CHECK(texts(1) != texts(2));
    const auto many = texts(3);
    CHECK(std::set<std::string>(many.begin(), many.end()).size() > 40);
}

TEST_CASE("every habit changes the spelling of something") {
    std::set<std::string_view> seen;
    KnownAddress others = residence();
    others.oaza = "八ヶ岳の里ツ森ッ谷";
    others.oaza_kana = "ヤツガタケ";
    others.region_kana = "ワカヤマケンワカヤマシ";
    KnownAddress no_aza = parcel();
    no_aza.oaza = "平内";
    no_aza.koaza = "四ツ沢ッ上の谷";
    KnownAddress ridge = parcel();
    ridge.koaza = "字三ヶ沢";
    for (const KnownAddress& known : {residence(), parcel(), others, no_aza, ridge}) {
        const auto spellings = single_habits(known, old_forms, 1);
        for (const Spelling& spelling : spellings) {
            for (const std::string_view habit : spelling.habits) {
                INFO(habit << ": " << spelling.text);
                CHECK(spelling.text != spellings.front().text);
                seen.insert(habit);
            }
        }
    }
    for (const std::string_view habit : all_habits()) {
        INFO(habit);
        CHECK(seen.contains(habit));
    }
}

TEST_CASE("places that a spelling cannot tell apart have the same key") {
    KnownAddress as_parcel = residence();  // 松ケ丘 1-6-12 as the number of a parcel
    as_parcel.kind = KnownAddress::Kind::parcel;
    as_parcel.chome = as_parcel.chome_number = "";
    as_parcel.numbers = {"1", "6", "12"};
    Spelling hyphens;
    CHECK(told_by(residence(), hyphens) == told_by(as_parcel, hyphens));
    Spelling named;
    named.names_chome = true;
    CHECK(told_by(residence(), named) != told_by(as_parcel, named));
    KnownAddress elsewhere = residence();
    elsewhere.prefecture = "大阪府";
    CHECK(told_by(residence(), hyphens) != told_by(elsewhere, hyphens));
    hyphens.names_prefecture = false;
    CHECK(told_by(residence(), hyphens) == told_by(elsewhere, hyphens));
}
