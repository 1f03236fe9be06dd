#include "registries/characters/character_key.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

/// "juki J+8FBB"
std::string read(std::string_view query) {
    constexpr const char* names[] = {"character", "code",   "glyph", "koseki",    "juki",
                                     "toki",      "nyukan", "jis",   "jis_x0212", "daikanwa"};
    const auto key = read_character_key(query);
    return key ? std::string(names[static_cast<unsigned>(key->kind)]) + ' ' + key->value : "nothing";
}

}  // namespace

TEST_CASE("each way of asking for a character is told from the others") {
    CHECK(read("髙") == "character 髙");
    CHECK(read("辻\U000E0102") == "character 辻\U000E0102");
    CHECK(read("か\u309A") == "character か\u309A");
    CHECK(read("侮\uFE00") == "character 侮\uFE00");
    CHECK(read("U+9AD9") == "code 髙");
    CHECK(read("u+9ad9") == "code 髙");
    CHECK(read("Ｕ＋９ＡＤ９") == "code 髙");
    CHECK(read("U+8FBB U+E0102") == "code 辻\U000E0102");
    CHECK(read("8FBB_E0102") == "code 辻\U000E0102");
    CHECK(read("4FAE_FE00") == "code 侮\uFE00");
    CHECK(read("MJ028902") == "glyph MJ028902");
    CHECK(read("mj028902") == "glyph MJ028902");
    CHECK(read("GJ000001") == "glyph GJ000001");
    CHECK(read("J+8FBB") == "juki J+8FBB");
    CHECK(read("437660") == "koseki 437660");
    CHECK(read("４３７６６０") == "koseki 437660");
    CHECK(read("00437660") == "toki 00437660");
    CHECK(read("0x9AD9") == "nyukan 0x9AD9");
    CHECK(read("1-36-52") == "jis 1-36-52");
    CHECK(read("36-52") == "jis 1-36-52");
    CHECK(read("1-1-1") == "jis 1-01-01");
    CHECK(read("0212:16-01") == "jis_x0212 16-01");
    CHECK(read("大漢和 13") == "daikanwa 13");
    CHECK(read("45314") == "daikanwa 45314");
}

TEST_CASE("a character is asked for as it is: full-width A is not narrowed") {
    CHECK(read("Ａ") == "character Ａ");
    CHECK(read("ｱ") == "character ｱ");
    CHECK(read("1") == "character 1");
}

TEST_CASE("what is no key is nothing") {
    for (const char* text : {"", "髙橋", "U+", "U+110000", "U+D800", "J+", "J+XYZW", "1234567", "MJ02890",
                             "1-95-1", "9AD9", "8FBB_E0102_E0103"}) {
        INFO(text);
        CHECK(read(text) == "nothing");
    }
}
