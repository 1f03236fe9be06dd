#include "grammars/text/unit.hpp"

#include <catch2/catch.hpp>
#include <vector>

using namespace daicho;

TEST_CASE("a unit is a character with its selector or a sequence of JIS X 0213") {
    std::vector<std::size_t> begins;
    const std::string text = "葛\U000E0100城か\u309Aか\u3099x\uFE00\uFE01";
    for_each_unit(text, [&](const CharacterUnit&, std::size_t at) { begins.push_back(at); });
    CHECK(begins == std::vector<std::size_t>{0, 7, 10, 16, 19, 22});

    const CharacterUnit kuzu = unit_at(text, 0);
    CHECK(kuzu.base == U'葛');
    CHECK(kuzu.selector == 0xE0100);
    CHECK(kuzu.selectors == 1);
    const CharacterUnit ka = unit_at(text, 10);
    CHECK(ka.mark == 0x309A);
    CHECK(ka.size == 6);
    CHECK(unit_at(text, 16).mark == 0);  // か and a mark that NFC joins
    CHECK(unit_at(text, 22).selectors == 2);
    CHECK(unit_at(text, 22).selector == 0xFE00);
}

TEST_CASE("a selector that follows nothing is a unit of its own") {
    CHECK(unit_at("\uFE00葛", 0).base == 0xFE00);
    CHECK(unit_at("\uFE00葛", 0).size == 3);
    CHECK(unit_at("", 0).size == 0);
}

TEST_CASE("the tone marks of JIS X 0213 are sequences in both orders") {
    CHECK(unit_at("\u02E9\u02E5", 0).size == 4);
    CHECK(unit_at("\u02E5\u02E9", 0).size == 4);
    CHECK(unit_at("\u02E5\u02E5", 0).size == 2);
}
