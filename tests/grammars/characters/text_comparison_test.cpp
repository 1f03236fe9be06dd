#include "grammars/characters/text_comparison.hpp"

#include <string>
#include <vector>

#include "catch2/catch.hpp"
#include "grammars/formats/text_source.hpp"

using namespace daicho;

namespace {

std::vector<TextDifference> differences(const std::string& a, const std::string& b,
                                        std::optional<Encoding> of_a = {},
                                        std::optional<Encoding> of_b = {}) {
    MemorySource one(a, "a");
    MemorySource other(b, "b");
    std::vector<TextDifference> all;
    compare_texts({one, of_a}, {other, of_b},
                  [&](const TextDifference& difference) { all.push_back(difference); });
    return all;
}

/// "width 1:2 ｶﾞ|ガ" of each difference.
std::string told(const std::string& a, const std::string& b) {
    std::string text;
    for (const auto& one : differences(a, b)) {
        text += (text.empty() ? "" : "; ") + std::string(one.reason->name) + " " +
                std::to_string(one.a.line) + ":" + std::to_string(one.a.column) + " " + one.a.text + "|" +
                one.b.text;
    }
    return text;
}

}  // namespace

TEST_CASE("a difference is told with its reason and place") {
    CHECK(told("東京\n大阪\n", "東京\n大阪\n").empty());
    CHECK(told("あｶﾞい\n", "あガい\n") == "width 1:2 ｶﾞ|ガ");
    CHECK(told("か\xE3\x82\x99\n", "が\n") == "normalisation 1:1 か\xE3\x82\x99|が");
    CHECK(told("\xEF\xA8\x99社\n", "神\xEF\xB8\x80社\n") == "normalisation 1:1 \xEF\xA8\x99|神\xEF\xB8\x80");
    CHECK(told("葛\xF3\xA0\x84\x80城\n", "葛城\n") == "selector 1:1 葛\xF3\xA0\x84\x80|葛");
    CHECK(told("10〜18\n", "10～18\n") == "pairs 1:3 〜|～");
    CHECK(told("髙島\n", "高島\n") == "glyph 1:1 髙|高");
    CHECK(told("澤田\n", "沢田\n") == "old-form 1:1 澤|沢");
    CHECK(told("渡邉\n", "渡辺\n") == "variant 1:2 邉|辺");
    CHECK(told("ABC\n", "abc\n") == "case 1:1 A|a; case 1:2 B|b; case 1:3 C|c");
    CHECK(told("霞ヶ関\n", "霞が関\n") == "place 1:2 ヶ|が");
    CHECK(told("斎藤\n", "斉藤\n") == "real 1:1 斎|斉");
    CHECK(told("東京都港区\n", "東京港区２\n") == "real 1:3 都|; real 1:6 |２");
    CHECK(told("あ\nい\n", "あ\r\nい") == "newline 1:2 LF|CRLF; newline 2:2 LF|");
}

TEST_CASE("lines that were put in or left out do not make the lines behind them differ") {
    CHECK(told("a\nb\nc\n", "a\nc\n") == "real 2:1 b|");
    CHECK(told("a\nc\n", "a\nb\nb\nｃ\n") == "real 0:0 |b; real 0:0 |b; width 2:1 c|ｃ");
    CHECK(told("", "a\n") == "real 0:0 |a");
    CHECK(told("a\nb", "a\n") == "real 2:1 b|");
}

TEST_CASE("the same text in other bytes differs in its encoding only") {
    const auto of = differences(
        "\xEF\xBB\xBF"
        "1\n",
        "1\n");
    REQUIRE(of.size() == 1);
    CHECK(of[0].reason->name == "encoding");
    CHECK(of[0].a.text == "UTF-8 BOM");
    // Two codes of ≒ in CP932.
    const auto codes = differences("\x81\xE0\n", "\x87\x90\n", Encoding::cp932, Encoding::cp932);
    REQUIRE(codes.size() == 1);
    CHECK(codes[0].reason->name == "encoding");
    CHECK(differences("\x8E\x9E\n", "時\n", Encoding::cp932).size() == 1);
}
