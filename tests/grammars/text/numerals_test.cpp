#include "grammars/text/numerals.hpp"

#include <catch2/catch.hpp>
#include <random>

using daicho::kanji_numeral;
using daicho::numeral_at;

namespace {

struct Row {
    const char* text;
    std::uint64_t value;
    std::string_view read;  // the part of the text that is the number
};

}  // namespace

TEST_CASE("numbers are read in digits, in kanji and in both") {
    const Row rows[] = {
        {"0", 0, "0"},
        {"007-1", 7, "007"},
        {"20240418", 20240418, "20240418"},
        {"三丁目", 3, "三"},
        {"十", 10, "十"},
        {"十二月", 12, "十二"},
        {"三十一日", 31, "三十一"},
        {"二〇二四年", 2024, "二〇二四"},
        {"二○二四年", 2024, "二○二四"},
        {"二千二十四年", 2024, "二千二十四"},
        {"百五", 105, "百五"},
        {"千二百", 1200, "千二百"},
        {"1万2千円", 12000, "1万2千"},
        {"1万2345", 12345, "1万2345"},
        {"3億2千4百万", 324'000'000, "3億2千4百万"},
        {"二十三万四千五百六十七", 234567, "二十三万四千五百六十七"},
        {"壱弐", 12, "壱弐"},
        {"拾参", 13, "拾参"},
        {"〇", 0, "〇"},
        {"2億", 200'000'000, "2億"},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        const auto number = numeral_at(row.text);
        REQUIRE(number);
        CHECK(number->value == row.value);
        CHECK(std::string_view(row.text).substr(0, number->size) == row.read);
    }
}

TEST_CASE("a number ends where it stops to make sense") {
    CHECK(numeral_at("十二十三")->value == 12);
    CHECK(numeral_at("1万23456")->value == 10000);
    CHECK(numeral_at("一2")->value == 1);
    CHECK(numeral_at("10十")->value == 10);
}

TEST_CASE("what is no number is not read") {
    for (const char* text : {"", "年", "万", "○", "-1", "12345678901234567890", "ー"}) {
        INFO(text);
        CHECK(!numeral_at(text));
    }
}

TEST_CASE("digits as written are counted and unit words have none") {
    CHECK(numeral_at("007")->digits == 3);
    CHECK(numeral_at("二〇二四")->digits == 4);
    CHECK(numeral_at("三十一")->digits == 0);
    CHECK(numeral_at("x12", 1)->value == 12);
}

TEST_CASE("every number written in kanji reads as itself") {
    CHECK(kanji_numeral(0) == "〇");
    CHECK(kanji_numeral(10) == "十");
    CHECK(kanji_numeral(111) == "百十一");
    CHECK(kanji_numeral(10'000) == "一万");
    std::mt19937_64 random(1);
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t value = i < 3000 ? i : random() % 10'000'000'000'000'000;
        const std::string text = kanji_numeral(value);
        INFO(text);
        const auto number = numeral_at(text);
        REQUIRE(number);
        CHECK(number->value == value);
        CHECK(number->size == text.size());
    }
}
