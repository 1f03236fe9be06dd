#include "grammars/text/hepburn.hpp"

#include <catch2/catch.hpp>

using daicho::hepburn;

TEST_CASE("names of places are written in Hepburn without marks of long vowels") {
    const std::pair<const char*, const char*> cases[] = {
        {"カスミガセキ", "Kasumigaseki"},
        {"キョウト", "Kyoto"},
        {"オオダ", "Oda"},
        {"シンバシ", "Shimbashi"},
        {"ニホンマチ", "Nihommachi"},
        {"ハッチョウボリ", "Hatchobori"},
        {"ヨコオ", "Yokoo"},
        {"ジュウジョウ", "Jujo"},
        {"ミノチョウオオミ", "Minochoomi"},
        {"シャクジイ", "Shakujii"},
        {"フィリピン", "Firipin"},
        {"サッポロ", "Sapporo"},
        {"センター", "Senta"},
        {"37ゴウ", "37go"},
        {"チヂミ", "Chijimi"},
        {"ヅカ", "Zuka"},
        {"ヱビスチョウ", "Ebisucho"},
        {"", ""},
    };
    for (const auto& [kana, roma] : cases) {
        INFO(kana);
        CHECK(hepburn(kana) == roma);
    }
}

TEST_CASE("what is no katakana has no Hepburn form") {
    CHECK(hepburn("霞が関").empty());
    CHECK(hepburn("ひらがな").empty());
    CHECK(hepburn("１").empty());
    CHECK(hepburn("カ\xE3").empty());
}

TEST_CASE("any katakana gives ASCII") {
    for (char32_t c = U'ァ'; c <= U'ヶ'; ++c) {
        for (char32_t d = U'ァ'; d <= U'ヶ'; ++d) {
            std::string kana;
            for (const char32_t letter : {c, d}) {
                kana += static_cast<char>(0xE0 | letter >> 12);
                kana += static_cast<char>(0x80 | (letter >> 6 & 0x3F));
                kana += static_cast<char>(0x80 | (letter & 0x3F));
            }
            for (const char letter : hepburn(kana)) CHECK((letter >= 'A' && letter <= 'z'));
        }
    }
}
