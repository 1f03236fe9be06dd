#include "registries/address/folded_text.hpp"

#include <catch2/catch.hpp>

#include <vector>

#include "registries/address/symbol_table.hpp"

using namespace daicho;

namespace {

const FoldTable& fold() {
    static const CharacterClasses classes;
    static const SymbolTable table = [] {
        SymbolTable made{classes};
        made.add("千代田区霞が関センター条");
        made.finish();
        return made;
    }();
    static const FoldTable folded = table.table();
    return folded;
}

std::vector<std::uint16_t> symbols(std::string_view text) {
    const FoldedText folded(text, fold());
    std::vector<std::uint16_t> all;
    for (std::uint32_t i = 0; i < folded.size(); ++i) all.push_back(folded[i]);
    return all;
}

NumberToken number(std::string_view text) {
    return FoldedText(text, fold()).number(0);
}

}  // namespace

TEST_CASE("forms of one character are one symbol") {
    CHECK(symbols("霞が関") == symbols("霞ヶ関"));
    CHECK(symbols("霞が関") == symbols("霞ケ関"));
    CHECK(symbols("ｾﾝﾀｰ") == symbols("センター"));
    CHECK(symbols("ｶﾞｷﾞﾊﾟ") == symbols("ガギパ"));
    CHECK(symbols("せんたー") == symbols("センター"));
    CHECK(symbols("１２") == symbols("12"));
    CHECK(symbols("條") == symbols("条"));
    CHECK(symbols("関\U000E0100") == symbols("関"));
    CHECK(symbols("千代") != symbols("代千"));
}

TEST_CASE("spaces have no symbol, and every symbol knows its bytes") {
    const std::string text = "千 代\u3000田";
    const FoldedText folded(text, fold());
    REQUIRE(folded.size() == 3);
    CHECK(folded.spaced(1));
    CHECK(slice(text, folded.span(1, 2)) == "代");
    CHECK(slice(text, folded.span(0, 3)) == text);
}

TEST_CASE("a long vowel mark behind a number and 一 between digits are hyphens, behind kana they are not") {
    CHECK(symbols("2ー4") == symbols("2-4"));
    CHECK(symbols("２ｰ４") == symbols("2-4"));
    CHECK(symbols("2一4") == symbols("2-4"));
    CHECK(symbols("センター")[3] == symbol::prolonged);
}

TEST_CASE("numbers are read in digits, kanji by place and kanji with units") {
    CHECK(number("007").value == 7);
    CHECK(number("一〇七").value == 107);
    CHECK(number("壱〇七").value == 107);
    CHECK(number("三百五").value == 305);
    CHECK(number("五十嵐").value == 50);
    CHECK(number("五十嵐").size == 2);
    CHECK(number("廿三").value == 23);
    CHECK(number("二万五千").value == 25000);
    CHECK(number("12三").size == 2);
    CHECK(number("1 2").size == 1);
    CHECK(number("千代").size == 1);
    CHECK(number("条").size == 0);
}

TEST_CASE("what is no well-formed number is read up to where it is one") {
    const FoldedText folded("三五十", fold());
    CHECK(folded.number(0).value == 35);
    CHECK(folded.number(2).value == 10);
}

TEST_CASE("a text is looked at up to a bound, however long it is") {
    CHECK(FoldedText(std::string(1'000'000, '1'), fold()).size() == FoldedText::capacity);
    CHECK(FoldedText(std::string(1'000'000, ' '), fold()).size() == 0);
}
