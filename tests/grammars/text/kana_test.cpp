#include "grammars/text/kana.hpp"

#include <catch2/catch.hpp>

#include "grammars/text/utf8.hpp"

using namespace daicho;

TEST_CASE("half-width kana become full-width, voiced marks joined") {
    CHECK(full_width_kana("ﾃﾞｼﾞﾀﾙ ﾀﾛｳ") == "デジタル タロウ");
    CHECK(full_width_kana("ﾊﾟｰｸﾋﾞﾙ") == "パークビル");
    CHECK(full_width_kana("ｳﾞｧｲｵﾘﾝ") == "ヴァイオリン");
    CHECK(full_width_kana("｢ｱ･ｲ､ｳ｡｣") == "「ア・イ、ウ。」");
    CHECK(full_width_kana("ｱﾞﾟ") == "ア゛゜");
    CHECK(full_width_kana("漢字かなカナABC") == "漢字かなカナABC");
    CHECK(full_width_kana("ｯｶﾞ") == "ッガ");
}

TEST_CASE("full-width kana become half-width, voiced marks apart") {
    CHECK(half_width_kana("デジタル タロウ") == "ﾃﾞｼﾞﾀﾙ ﾀﾛｳ");
    CHECK(half_width_kana("ヴァポ「。」") == "ｳﾞｧﾎﾟ｢｡｣");
    CHECK(half_width_kana("ヰヱヶ漢A") == "ヰヱヶ漢A");
}

TEST_CASE("every half-width kana comes back from full width") {
    for (char32_t c = 0xFF61; c <= 0xFF9F; ++c) {
        std::string half;
        append_utf8(half, c);
        CHECK(has_half_width_kana(half));
        CHECK_FALSE(has_half_width_kana(full_width_kana(half)));
        CHECK(half_width_kana(full_width_kana(half)) == half);
    }
    CHECK_FALSE(has_half_width_kana("ＡＢ１２￥カナ"));
}

TEST_CASE("hiragana and katakana turn into each other") {
    CHECK(katakana("ひらがな ゔゝゞ・ー漢字") == "ヒラガナ ヴヽヾ・ー漢字");
    CHECK(hiragana("ヒラガナ ヴヽヾ・ー漢字") == "ひらがな ゔゝゞ・ー漢字");
    CHECK(hiragana("ヷ") == "ヷ");
}
