#include "registries/lookup/answer_json.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

constexpr FieldName name{"name", {"名称", "name"}, ShownIn::title};
constexpr FieldName height{"height", {"高さ", "height"}};
constexpr FieldName open{"open", {"開", "open"}};
constexpr FieldName words{"words", {"語", "words"}};
constexpr FieldName parts{"parts", {"部分", "parts"}};
constexpr FieldName state{"state", {"状態", "state"}};
constexpr FieldName none{"none", {"無", "none"}};
constexpr AnswerTerm by_name{"name", {"名称", "name"}};

std::string json(const LookupAnswer& answer, std::string_view query) {
    std::string out;
    const LookupKind kind{"mountain", {"山", "mountains"}};
    append_answer_json(out, kind, query, answer, Language::en);
    return out;
}

}  // namespace

TEST_CASE("every kind of value is written as JSON has it") {
    LookupAnswer answer;
    answer.matches.push_back({{{name, std::string("富士山")},
                               {height, AnswerNumber{"3775.51"}},
                               {open, true},
                               {words, std::vector<std::string>{"a", "b"}},
                               {parts, std::vector<AnswerRecord>{{{name, std::string("剣ヶ峰")}}}},
                               {state, AnswerTerm{"asleep", {"休み", "asleep"}}},
                               {none, {}}},
                              by_name});
    answer.settle(0);
    CHECK(
        json(answer, "富士\"山") ==
        R"({"query":"富士\"山","kind":"mountain","status":"found","matches":[{"name":"富士山","height":3775.51,)"
        R"("open":true,"words":["a","b"],"parts":[{"name":"剣ヶ峰"}],"state":"asleep","none":null,)"
        R"("reason":"name"}],"complete":true})"
        "\n");
}

TEST_CASE("ties, hints and remarks are told, and nothing is an answer too") {
    LookupAnswer answer;
    answer.matches.push_back({{}, by_name});
    answer.matches.push_back({{}, by_name});
    answer.matches[1].sure = false;
    answer.note_ja = "注";
    answer.note_en = "mind this";
    answer.settle(0);
    CHECK(json(answer, "x") == R"({"query":"x","kind":"mountain","status":"unsure","matches":[)"
                               R"({"reason":"name","tied":true},{"reason":"name","tied":true,"sure":false}],)"
                               R"("complete":true,"note":"mind this"})"
                               "\n");
    LookupAnswer outside;
    outside.covered = false;
    outside.settle(0);
    CHECK(json(outside, "y") ==
          R"({"query":"y","kind":"mountain","status":"not-covered","matches":[],"complete":false})"
          "\n");
}
