#include "models/engine/placeholders.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

TEST_CASE("marks between which nothing stands, blanks and zeros alone say nothing") {
    for (const char* text :
         {"", " ", "　", ",", "、", "#", "- -", "000-0000", "000-0000-0000", "0000/00/00", "（）"}) {
        CAPTURE(text);
        CHECK(says_nothing(text) == (std::string_view(text) != "、"));
    }
    for (const char* text : {"0", "0-0", "100", "○", "◎", "×", "a", "℡", "１", "0120"}) {
        CAPTURE(text);
        CHECK(!says_nothing(text));
    }
}
