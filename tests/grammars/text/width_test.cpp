#include "grammars/text/width.hpp"

#include <catch2/catch.hpp>
#include <string>

using daicho::display_width;
using daicho::padded;
using daicho::size_within;

TEST_CASE("a text takes as many columns as a terminal shows") {
    const std::pair<std::string, std::size_t> cases[] = {
        {"", 0},
        {"abc", 3},
        {"東京都", 6},
        {"１２", 4},
        {"ｱｲｳ", 3},
        {"ｶﾞ", 2},
        {"か\u3099", 2},
        {"é", 1},
        {"e\u0301", 1},
        {"“”", 2},
        {"葛\U000E0100", 2},
        {"𠮷", 2},
        {"🏫", 2},
        {"👨\u200D👩\u200D👧", 2},
        {"👍🏽", 2},
        {"🇯🇵", 2},
        {"☎\uFE0F", 2},
        {"☎", 1},
        {"①", 1},
        {"a\tb", 2},
        {"한국", 4},
        {"〒100", 5},
        {"\u200B", 0},
        {"¥", 1},
        {"￥", 2},
    };
    for (const auto& [text, columns] : cases) {
        INFO(text);
        CHECK(display_width(text) == columns);
    }
}

TEST_CASE("a text is cut where it fits, never inside a letter") {
    CHECK(size_within("東京都", 6) == 9);
    CHECK(size_within("東京都", 5) == 6);
    CHECK(size_within("東京都", 1) == 0);
    CHECK(size_within("e\u0301x", 1) == 3);
    CHECK(size_within("👨\u200D👩x", 1) == 0);
    CHECK(size_within("👨\u200D👩x", 2) == 11);
    CHECK(size_within("", 5) == 0);
}

TEST_CASE("a text is filled up with spaces to a number of columns") {
    CHECK(padded("東京", 6) == "東京  ");
    CHECK(padded("東京都", 6) == "東京都");
    CHECK(padded("東京都庁", 6) == "東京都庁");
    CHECK(padded("", 2) == "  ");
}
