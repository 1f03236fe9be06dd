#include "grammars/formats/text_survey.hpp"

#include <string>

#include "catch2/catch.hpp"
#include "grammars/formats/text_source.hpp"

using namespace daicho;

namespace {

TextSurvey survey(const std::string& bytes, Encoding encoding = Encoding::utf8, std::size_t bom = 0) {
    MemorySource source{bytes, "sample"};
    return survey_text(source, encoding, bom);
}

/// "1+2 UTF-8; 3+1 CP932 EUC-JP": first line, lines, encodings.
std::string runs(const std::string& bytes) {
    MemorySource source{bytes, "sample"};
    std::string words;
    for (const auto& run : find_encoding_runs(source)) {
        if (!words.empty()) words += "; ";
        words += std::to_string(run.first_line) + "+" + std::to_string(run.lines);
        for (const Encoding encoding : run.encodings) words.append(" ").append(to_string(encoding));
    }
    return words;
}

}  // namespace

TEST_CASE("line ends are counted by kind, and the last need not be there") {
    const auto mixed = survey("a\r\nb\nc\rd\r\n");
    CHECK(mixed.crlf.count == 2);
    CHECK(mixed.lf.count == 1);
    CHECK(mixed.lf.first_line == 2);
    CHECK(mixed.cr.count == 1);
    CHECK(mixed.cr.first_line == 3);
    CHECK(mixed.newline() == Newline::mixed);
    CHECK(mixed.ends_with_line_end);
    CHECK(survey("a\r\nb").newline() == Newline::crlf);
    CHECK_FALSE(survey("a\r\nb").ends_with_line_end);
    CHECK(survey("a\r\r").cr.count == 2);
    CHECK(survey("").newline() == Newline::none);
}

TEST_CASE("byte-order marks inside are found with their lines") {
    const std::string mark = "\xEF\xBB\xBF";
    const auto twice = survey(mark + mark + "a\nb\n", Encoding::utf8, 3);
    CHECK(twice.doubled_mark);
    CHECK(twice.inner_marks.count == 1);
    const auto joined = survey(mark + "a\n" + mark + "b\n", Encoding::utf8, 3);
    CHECK_FALSE(joined.doubled_mark);
    CHECK(joined.inner_marks.first_line == 2);
}

TEST_CASE("what old systems leave behind is found") {
    const auto old = survey(std::string{"a\n\0b\n\x1A", 6});
    CHECK(old.nul.count == 1);
    CHECK(old.nul.first_line == 2);
    CHECK(old.sub.first_line == 3);
    CHECK(old.sub_at_end);
    CHECK_FALSE(survey("a\x1A"
                       "b")
                    .sub_at_end);
    const auto gaiji = survey("a\n\xF0\x40\n", Encoding::cp932);
    CHECK(gaiji.private_use.count == 1);
    CHECK(gaiji.private_use.first_line == 2);
}

TEST_CASE("codes of CP932 that do not come back, or that profiles read differently, are counted") {
    const auto found = survey("\x81\x60\n\xED\x40\xFA\x5C\n", Encoding::cp932);
    CHECK(found.disputed.count == 1);  // ～ or 〜
    CHECK(found.disputed.first_line == 1);
    CHECK(found.second_codes.count == 1);  // ED40 is written FA5C
    CHECK(found.second_codes.first_line == 2);
}

TEST_CASE("the line is named where the encoding of a file changes") {
    const std::string cp932 = "\x8E\x73\x96\xF0\x8F\x8A\n";
    CHECK(runs("a\n市役所\n" + cp932 + "b\n") == "1+2 UTF-8; 3+2 CP932");
    CHECK(runs(cp932 + "市役所です\n") == "1+1 CP932; 2+1 UTF-8");
    CHECK(runs("市\n\xFF\n市\n") == "1+1 UTF-8; 2+1; 3+1 UTF-8");
    CHECK(runs(cp932 + cp932) == "1+2 CP932");
}
