#include "registries/address/place_sound.hpp"

#include <catch2/catch.hpp>

#include "registries/address/place_sounds.hpp"

using namespace daicho;

TEST_CASE("a name sounds the same however it is written") {
    const std::vector<std::vector<std::string>> same = {
        {"トウキョウ", "Tokyo", "Tōkyō", "TOUKYOU", "トーキョー", "トウキヨウ", "Ｔｏｋｙｏ", "tôkyô",
         "とうきょう"},
        {"シブヤ", "Shibuya", "Sibuya", "ｼﾌﾞﾔ"},
        {"ハッチョウボリ", "Hatchobori", "Hacchobori", "Hattyobori"},
        {"シンバシ", "Shimbashi", "Shinbashi", "Sinbasi"},
        {"グンマ", "Gumma", "Gunma"},
        {"チヂミ", "Chijimi", "Tizimi", "Chidimi"},
        {"オオタ", "Ota", "Ohta", "Oota", "Ōta"},
        {"カツシカ", "Katsushika", "Katusika"},
        {"フジミ", "Fujimi", "Huzimi"},
        {"ジュウジョウ", "Jujo", "Zyuzyo", "Jūjō", "Juujou"},
        {"シンイチ", "Shin'ichi", "Shin-ichi"},
        {"キタ１０ジョウニシ", "Kita10-Jonishi", "Kita 10 jo Nishi"},
    };
    for (const auto& names : same) {
        for (const std::string& name : names) {
            INFO(name);
            CHECK(place_sound(name) == place_sound(names.front()));
        }
    }
}

TEST_CASE("names that differ in more than the length of a vowel sound different") {
    CHECK(place_sound("Osaka") != place_sound("Asaka"));
    CHECK(place_sound("カキ") != place_sound("カギ"));
    CHECK(place_sound("Shibuya") != place_sound("Hibuya"));
    CHECK(place_sound("2") != place_sound("22"));
    CHECK(place_sound("霞が関").size() == place_sound("ガ").size());  // ideographs have no sound of their own
}

TEST_CASE("a reading with large letters only may mean small ones") {
    const auto sounds = town_sounds("ハツチヨウボリ", "");
    CHECK(std::ranges::find(sounds, place_sound("Hatchobori")) != sounds.end());
    CHECK(std::ranges::find(sounds, place_sound("Hatsuchobori")) != sounds.end());
}

TEST_CASE("entries of a sound stand together and say what they are of") {
    std::vector<std::uint64_t> sounds = {PlaceSound::made("tokyo", SoundKind::prefecture, 12),
                                         PlaceSound::made("tokyo", SoundKind::town, 0xFFFFFF),
                                         PlaceSound::made("kyoto", SoundKind::prefecture, 25)};
    std::ranges::sort(sounds);
    const auto found = entries_of(sounds, "tokyo");
    REQUIRE(found.size() == 2);
    CHECK(PlaceSound::kind(found[0]) == SoundKind::prefecture);
    CHECK(PlaceSound::index(found[0]) == 12);
    CHECK(PlaceSound::kind(found[1]) == SoundKind::town);
    CHECK(PlaceSound::index(found[1]) == 0xFFFFFF);
    CHECK(entries_of(sounds, "nara").empty());
    CHECK(without_last_word(place_sound("Chiyoda-ku")) == place_sound("Chiyoda"));
    CHECK(without_last_word(place_sound("Ku")) == place_sound("Ku"));
}
