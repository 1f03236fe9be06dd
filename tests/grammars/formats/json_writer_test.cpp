#include "grammars/formats/json_writer.hpp"

#include <catch2/catch.hpp>

#include <iterator>
#include <random>

namespace daicho {

TEST_CASE("objects and arrays are separated by commas at every depth") {
    std::string out;
    JsonWriter json{out};
    json.begin_object().key("a").begin_array().number(1).number(2).end_array();
    json.key("b").begin_object().end_object().key("c").begin_array().end_array().key("d").null();
    json.key("e").boolean(true).key("f").string("x").end_object();
    CHECK(out == R"({"a":[1,2],"b":{},"c":[],"d":null,"e":true,"f":"x"})");
}

TEST_CASE("a number in decimal digits is written as it is given") {
    std::string out;
    JsonWriter json{out};
    json.begin_array().decimal("35.680959").decimal("-0.50").end_array();
    CHECK(out == "[35.680959,-0.50]");
}

TEST_CASE("documents of a stream are separated by line ends only") {
    std::string out;
    JsonWriter json{out};
    json.begin_object().end_object().end_line();
    json.begin_object().end_object().end_line();
    CHECK(out == "{}\n{}\n");
}

TEST_CASE("text is escaped as JSON asks and Japanese stays readable") {
    struct Row {
        std::string_view text;
        std::string_view escaped;
    };
    const Row rows[] = {
        {"", ""},
        {"東京都", "東京都"},
        {"a\"b\\c", "a\\\"b\\\\c"},
        {"a\r\n\tb", "a\\r\\n\\tb"},
        {{"\0\x1f\x7f", 3}, "\\u0000\\u001f\\u007f"},
        {"𠮷", "𠮷"},
        {"\xE3\x81", "\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"ok\xFFok", "ok\xEF\xBF\xBDok"},
    };
    for (const Row& row : rows) {
        std::string out;
        append_json_escaped(out, row.text);
        CHECK(out == row.escaped);
    }
}

TEST_CASE("a text is escaped as its bytes are one by one, wherever in it they stand") {
    constexpr std::string_view parts[] = {"a",  "東",           "é",        "𠮷",       "\"",
                                          "\\", "\n",           "\x7F",     "\xE3\x81", "\xED\xA0\x80",
                                          "~",  "plain ascii ", "かな漢字", "ｶﾅ",       "\xE0\x80\x80"};
    std::minstd_rand random(11);
    for (int round = 0; round < 2000; ++round) {
        std::string text, expected;
        for (auto count = random() % 12; count > 0; --count) {
            const std::string_view part = parts[random() % std::size(parts)];
            text += part;
            append_json_escaped(expected, part);
        }
        std::string out;
        append_json_escaped(out, text);
        REQUIRE(out == expected);
    }
}

TEST_CASE("a text that is put together in place is the same as one that was put together before") {
    for (const std::string_view text :
         {"", "plain", "東京都", "a \"quoted\" part", "\xE3\x81", "東\n\\", "\""}) {
        std::string in_place, before;
        JsonWriter one{in_place}, other{before};
        one.begin_array().text_by([&](std::string& out) { out += text; }).string("next").end_array();
        other.begin_array().string(text).string("next").end_array();
        CHECK(in_place == before);
    }
}

TEST_CASE("shares have two decimals at most") {
    std::string out;
    JsonWriter json{out};
    json.begin_array().share(1).share(0.5).share(0.666).share(0).end_array();
    CHECK(out == "[1,0.5,0.67,0]");
}

}  // namespace daicho
