#include "grammars/formats/mojibake_text.hpp"

#include <string>

#include "catch2/catch.hpp"

using namespace daicho;

TEST_CASE("cells are repaired one by one, the rest stays as it was") {
    const std::string text = "id,名称\r\n1,\"縺薙ｓ縺ｫ縺｡縺ｯ\"\r\n2,市役所\r\n3,縺ゅ＞縺・\r\n";
    const auto found = find_garbled_parts(text);
    REQUIRE(found.parts.size() == 2);
    CHECK_FALSE(found.whole);
    CHECK(found.parts[0].line == 2);
    REQUIRE(found.parts[0].repair);
    CHECK(found.parts[1].line == 4);
    CHECK_FALSE(found.parts[1].repair);
    CHECK(repaired_text(text, found) == "id,名称\r\n1,\"こんにちは\"\r\n2,市役所\r\n3,縺ゅ＞縺・\r\n");
}

TEST_CASE("a file that was misread as a whole is repaired as a whole, short cells too") {
    const std::string text = "番号,名称,区\n1,こんにちは世界,北\n2,市役所本庁舎,南\n";
    const Misreading western{Encoding::utf8, MisreadAs::western};
    const auto garbled = misread(text, western);
    REQUIRE(garbled);
    const auto found = find_garbled_parts(*garbled);
    CHECK(found.whole);
    CHECK(repaired_text(*garbled, found) == text);
}

TEST_CASE("a clean text has no garbled parts") {
    CHECK(find_garbled_parts("番号,名称\n1,市役所\n2,縺れる\n").parts.size() <= 1);
    CHECK(find_garbled_parts("").parts.empty());
    CHECK(find_garbled_parts("a,b\n").parts.empty());
}
