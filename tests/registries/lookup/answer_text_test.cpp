#include "registries/lookup/answer_text.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

constexpr FieldName name{"name", {"名称", "name"}, ShownIn::title};
constexpr FieldName range{"range", {"山系", "range"}, ShownIn::column};
constexpr FieldName height{"height", {"高さ", "height"}};
constexpr FieldName peaks{"peaks", {"峰", "peaks"}};
constexpr FieldName secret{"secret", {"秘", "secret"}, ShownIn::nowhere};
constexpr AnswerTerm by_name{"name", {"名称", "name"}};

LookupMatch mountain(std::string called, std::string metres, unsigned rank,
                     std::vector<AnswerRecord> of = {}) {
    return {{{name, std::move(called)},
             text_field(range, rank == 0 ? "" : "北アルプス"),
             {height, AnswerNumber{std::move(metres)}},
             {peaks, std::move(of)},
             {secret, std::string("never shown")}},
            by_name,
            rank};
}

struct Shown {
    std::string out;
    std::string remarks;
};

Shown shown(LookupAnswer answer, Language language = Language::en) {
    Shown shown;
    answer.settle(2);
    append_answer_text(shown.out, shown.remarks, "槍", answer, language);
    return shown;
}

}  // namespace

TEST_CASE("an answer is shown in full, the others in a line each") {
    LookupAnswer answer;
    answer.matches.push_back(
        mountain("富士山", "3776", 0, {{{name, std::string("剣ヶ峰")}, {height, AnswerNumber{"3776"}}}}));
    answer.matches.push_back(mountain("槍ヶ岳", "3180", 1));
    const auto text = shown(answer);
    CHECK(text.out ==
          "富士山\n"
          "  height    3776\n"
          "  found by  name\n"
          "  peaks\n"
          "    name    height\n"
          "    剣ヶ峰  3776\n"
          "others:\n"
          "  name    range       found by\n"
          "  槍ヶ岳  北アルプス  name\n");
    CHECK(text.remarks.empty());
}

TEST_CASE("equally good ones are listed, and a list that was cut says so") {
    LookupAnswer answer;
    for (const char* one : {"駒ヶ岳", "駒ヶ岳", "駒ヶ岳"}) answer.matches.push_back(mountain(one, "2000", 1));
    CHECK(shown(answer, Language::ja).out ==
          "どれもあてはまります:\n"
          "  名称    山系        根拠\n"
          "  駒ヶ岳  北アルプス  名称\n"
          "  駒ヶ岳  北アルプス  名称\n"
          "  …\n");
}

TEST_CASE("where there is nothing to show people are told why") {
    const auto nothing = shown({});
    CHECK(nothing.out.empty());
    CHECK(nothing.remarks == "'槍' was not found\n");
    LookupAnswer outside;
    outside.covered = false;
    outside.note_en = "only Honshu";
    CHECK(shown(outside).remarks == "'槍' is not covered\nonly Honshu\n");
}
