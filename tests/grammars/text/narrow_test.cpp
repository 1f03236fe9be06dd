#include "grammars/text/narrow.hpp"

#include <catch2/catch.hpp>

using daicho::Narrow;
using daicho::Span;

TEST_CASE("full-width text is read in narrow notation") {
    CHECK(Narrow("１００－８９２６").text() == "100-8926");
    CHECK(Narrow("（０３）５２５３−５１１１").text() == "(03)5253-5111");
    CHECK(Narrow("13:00～17:00").text() == "13:00~17:00");
    CHECK(Narrow("月～金").text() == "月~金");
    for (const char* name : {"うみえ～る", "うみえ〜る焼津"}) {  // a sound, no range
        CHECK(Narrow(name).text() == name);
        CHECK(daicho::is_narrow(name));
    }
    CHECK(Narrow("１ うみえ～る　２Ｆ").text() == "1 うみえ～る 2F");
    CHECK(Narrow("港区　芝").text() == "港区 芝");
    CHECK(Narrow("").text() == "");
    CHECK(Narrow("　 ").text() == "");
}

TEST_CASE("a long-vowel mark is a dash between digits only") {
    CHECK(Narrow("1ー3").text() == "1-3");
    CHECK(Narrow("タワー19").text() == "タワー19");
    CHECK(Narrow("19ー").text() == "19-");
    CHECK(Narrow("ー").text() == "ー");
}

TEST_CASE("spans lead back to the original bytes") {
    const Narrow narrow("　１２ 東京 ");
    REQUIRE(narrow.text() == "12 東京");
    CHECK(narrow.original({0, 2}) == Span{3, 9});
    CHECK(narrow.original({3, 9}) == Span{10, 16});
    CHECK(narrow.original({9, 9}) == Span{16, 16});
    CHECK(narrow.original({1, 1}) == Span{6, 6});
}

TEST_CASE("only a change of notation counts as respelt") {
    CHECK_FALSE(Narrow(" 12 ").respelt());
    CHECK(Narrow("１２").respelt());
    CHECK(Narrow("1　2").respelt());
}

TEST_CASE("a text is narrow exactly when reading it in narrow notation changes nothing") {
    for (const std::string text :
         {"",   "12",  "１2", " 12", "12 ", "1 2", "1　2",   "1ー3", "タワー19", "19ー",
          "ー", "19ｰ", "~",   "〜",  "－",  "−",   "東京都", "a\tb", "¥",        "￥"}) {
        INFO(text);
        CHECK(daicho::is_narrow(text) == (Narrow(text).text() == text));
    }
}
