#include "registries/embedded/kana_key.hpp"

#include <catch2/catch.hpp>

using daicho::kana_key;

TEST_CASE("readings in any kind of kana have one key") {
    const char* same[] = {"キョウトシ", "きょうとし", "ｷｮｳﾄｼ", "キヨウトシ", "キョウト シ", "きょうと　し"};
    for (const char* text : same) CHECK(kana_key(text) == u"キヨウトシ");
    CHECK(kana_key("ﾁﾖﾀﾞｸ") == u"チヨダク");
    CHECK(kana_key("イズミサノ") == kana_key("いづみさの"));
    CHECK(kana_key("アッサブチョウ") == kana_key("アツサブチヨウ"));
}

TEST_CASE("text with anything but kana has no key") {
    for (const char* text : {"京都", "キョウト市", "kyoto", "キョウト1", "", " "})
        CHECK(kana_key(text).empty());
}
