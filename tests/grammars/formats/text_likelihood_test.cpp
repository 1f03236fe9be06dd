#include "grammars/formats/text_likelihood.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

namespace daicho {

TEST_CASE("a text in pieces is as likely as the same text in one") {
    const std::vector<std::string> characters = {
        "a", "Z", "1", " ", ",",  "\n", "\x01",   "漢",       "鬱",          "縺",   "か", "カ", "ｶ",
        "ﾞ", "ｬ", "é", "©", "한", "𠮷", "\uE000", "12345678", "abcdefghijk", "山田", "ー", "①"};
    std::mt19937 random(20261127);
    for (int i = 0; i < 500; ++i) {
        TextLikelihood whole, pieces;
        std::string text;
        for (int k = 0; k < 60; ++k) {
            const std::string& one = characters[random() % characters.size()];
            text += one;
            pieces.add(one);
        }
        whole.add(text);
        CAPTURE(text);
        CHECK(whole.bits() == Approx(pieces.bits()));
        CHECK(whole.counts().ascii == pieces.counts().ascii);
        CHECK(whole.counts().unusable == pieces.counts().unusable);
        CHECK(whole.counts().beyond_ascii() == pieces.counts().beyond_ascii());
    }
}

TEST_CASE("kinds of characters are counted as what they are, and odd neighbours surprise") {
    TextLikelihood text;
    text.add(
        "山鬱蜻か。ｶ①é한\x01"
        "a1");
    const ReadingCounts counts = text.counts();
    CHECK(counts.ascii == 2);
    CHECK(counts.common == 1);
    CHECK(counts.kana == 2);
    CHECK(counts.half_kana == 1);
    CHECK(counts.symbols == 1);
    CHECK(counts.latin == 1);
    CHECK(counts.foreign == 1);
    CHECK(counts.unusable == 1);
    CHECK(counts.level_1 + counts.rare == 2);
    const auto bits = [](std::string_view of) {
        TextLikelihood likelihood;
        likelihood.add(of);
        return likelihood.bits();
    };
    CHECK(bits("a山") > bits("山a") - bits("a") + bits("1"));
    CHECK(bits("1ﾞ") > bits("ｶﾞ"));
}

}  // namespace daicho
