#include "models/engine/corporation_names.hpp"

#include <catch2/catch.hpp>

using namespace daicho;
using Likeness = CorporationNameLikeness;

TEST_CASE("names are told apart by what differs") {
    struct Pair {
        const char* given;
        const char* registered;
        Likeness likeness;
    };
    // The registered names are from cuts of the register.
    const Pair pairs[] = {
        {"株式会社北芳", "株式会社北芳", Likeness::equal},
        {"株式会社ＮＥＸＴＯＬＩＶＥ", "株式会社ＮＥＸＴ　ＯＬＩＶＥ", Likeness::spelling},
        {"㈱NEXT OLIVE", "株式会社ＮＥＸＴ　ＯＬＩＶＥ", Likeness::spelling},
        {"(有)山崎不動産", "有限会社山崎不動産", Likeness::spelling},
        {"株式会社徳田商店", "株式会社德田商店", Likeness::variant},
        {"株式会社としけん", "株式会社トシケン", Likeness::variant},
        {"北芳株式会社", "株式会社北芳", Likeness::legal_form},
        {"有限会社北芳", "株式会社北芳", Likeness::legal_form},
        {"北芳", "株式会社北芳", Likeness::legal_form},
        {"竹森電気工事株式会社", "竹森電気工事有限会社", Likeness::legal_form},
        {"株式会社南芳", "株式会社北芳", Likeness::different},
        {"株式会社", "株式会社北芳", Likeness::different},
    };
    for (const Pair& pair : pairs) {
        INFO(pair.given << " / " << pair.registered);
        CHECK(compare_corporation_names(pair.given, pair.registered) == pair.likeness);
    }
}

TEST_CASE("a reading is the same with the legal form and without, and in any kana") {
    CHECK(is_same_reading("キタヨシ", "キタヨシ"));
    CHECK(is_same_reading("カブシキガイシャキタヨシ", "キタヨシ"));
    CHECK(is_same_reading("キタヨシカブシキガイシャ", "キタヨシ"));
    CHECK(is_same_reading("ｷﾀﾖｼ", "キタヨシ"));
    CHECK(is_same_reading("", "キタヨシ"));
    CHECK(is_same_reading("キタヨシ", ""));
    CHECK_FALSE(is_same_reading("ホクホウ", "キタヨシ"));
    CHECK_FALSE(is_same_reading("キタヨシショウジ", "キタヨシ"));
}

TEST_CASE("the position of the legal form is read in the words of GIF") {
    CHECK(read_form_position("前株") == FormPosition::before);
    CHECK(read_form_position("後") == FormPosition::after);
    CHECK_FALSE(read_form_position(""));
    CHECK_FALSE(read_form_position("株式会社"));
}
