#include <catch2/catch.hpp>
#include <string>
#include <variant>

#include "registries/lookup/lookup.hpp"

using namespace daicho;
using Status = LookupAnswer::Status;

namespace {

LookupAnswer ask(std::string_view query, std::string_view as_of = {}) {
    return look_up(*find_lookup_kind("municipality"), query, {.as_of = as_of, .limit = 0});
}

const AnswerValue& value(const AnswerRecord& record, std::string_view key) {
    for (const AnswerField& field : record) {
        if (field.name.key == key) return field.value;
    }
    FAIL("there is no field " << key);
    return record.front().value;
}

std::string text(const AnswerRecord& record, std::string_view key) {
    const AnswerValue& found = value(record, key);
    if (const auto* term = std::get_if<AnswerTerm>(&found)) return std::string(term->key);
    const auto* string = std::get_if<std::string>(&found);
    return string ? *string : std::string();
}

/// "131016 present code" of the best match.
std::string best(const LookupAnswer& answer) {
    if (answer.matches.empty()) return "";
    const LookupMatch& match = answer.matches.front();
    return text(match.fields, "lg_code") + " " + text(match.fields, "status") + " " +
           std::string(match.reason.key);
}

std::string successors(const LookupAnswer& answer) {
    std::string codes;
    const auto& found = value(answer.matches.front().fields, "successors");
    for (const AnswerRecord& one : std::get<std::vector<AnswerRecord>>(found)) {
        codes += (codes.empty() ? "" : " ") + text(one, "lg_code");
    }
    return codes;
}

}  // namespace

TEST_CASE("a municipality is found by code, name, kana and corporate number") {
    CHECK(best(ask("131016")) == "131016 present code");
    CHECK(best(ask("１３１０１６")) == "131016 present code");
    CHECK(best(ask("13101")) == "131016 present code-without-check-digit");
    CHECK(best(ask("10006")) == "010006 present code-without-leading-zero");
    CHECK(best(ask("1100")) == "011002 present code-without-leading-zero");
    CHECK(best(ask("13")) == "130001 present prefecture-code");
    CHECK(best(ask("千代田区")) == "131016 present name");
    CHECK(best(ask("東京都千代田区")) == "131016 present name");
    CHECK(best(ask("チヨダク")) == "131016 present kana");
    CHECK(best(ask("今帰仁")) == "473065 present short-name");
    CHECK(best(ask("ナキジン")) == "473065 present start-of-kana");
    CHECK(best(ask("8000020131016")) == "131016 present corporate-number");
    CHECK(best(ask("2000020112054")) == "112054 ended corporate-number");
    for (const char* query : {"131016", "千代田区", "チヨダク", "13101"})
        CHECK(ask(query).status() == Status::found);
}

TEST_CASE("a wrong check digit leaves a hint, not an answer") {
    const auto code = ask("131017");
    CHECK(best(code) == "131016 present wrong-check-digit");
    CHECK(code.status() == Status::unsure);
    CHECK(code.note_en.find("131016") != std::string::npos);
    const auto number = ask("6000020131016");
    CHECK(best(number) == "131016 present wrong-check-digit");
    CHECK(number.status() == Status::unsure);
    CHECK(ask("8000012010038").status() == Status::not_found);  // of no local municipality
    CHECK(ask("999999").status() == Status::not_found);
}

TEST_CASE("five digits with two readings are tied") {
    const auto answer = ask("12106");
    CHECK(answer.status() == Status::unsure);
    REQUIRE(answer.matches.size() == 2);
    CHECK(answer.matches[0].tied);
    CHECK(answer.matches[1].tied);
}

TEST_CASE("an abolished municipality says what became of it, by old name and old code") {
    for (const char* query : {"大宮市", "112054", "11205", "埼玉県大宮市"}) {
        const auto answer = ask(query);
        CHECK(answer.status() == Status::found);
        CHECK(best(answer).starts_with("112054 ended"));
        CHECK(successors(answer) == "111007");
        CHECK(text(answer.matches.front().fields, "ended") == "2001-05-01");
    }
    CHECK(best(ask("富谷町")) == "044237 ended name");
    CHECK(successors(ask("富谷町")) == "042161");
    CHECK(successors(ask("篠山市")) == "282219");
    CHECK(successors(ask("奥明方村")) == "212199");
    CHECK(successors(ask("221350")) == "221384 221392");
}

TEST_CASE("the state of a day is given, with what had become of what was gone by then") {
    CHECK(best(ask("大宮市", "2001-04-30")) == "112054 present name");
    CHECK(successors(ask("大宮市", "2002-01-01")) == "112445");
    CHECK(text(ask("282219", "2019-04-30").matches.front().fields, "name") == "兵庫県篠山市");
    CHECK(text(ask("282219").matches.front().fields, "name") == "兵庫県丹波篠山市");
    CHECK(best(ask("214868", "1970-04-19")) == "214868 present code");
    CHECK(text(ask("214868", "1970-04-19").matches.front().fields, "city") == "奥明方村");
    CHECK(best(ask("中区", "2023-12-31")).ends_with("present name"));
}

TEST_CASE("what was founded later is a hint only") {
    const auto later = ask("112445", "2000-01-01");
    CHECK(best(later) == "112445 future code");
    CHECK(later.status() == Status::unsure);
}

TEST_CASE("days outside of the record are not covered") {
    CHECK(ask("大宮市", "1969-12-31").status() == Status::not_covered);
    const auto after = ask("131016", "2030-01-01");
    CHECK(after.status() == Status::found);
    CHECK_FALSE(after.complete);
    CHECK_FALSE(after.note_ja.empty());
    CHECK(ask("999999", "2030-01-01").status() == Status::not_covered);
}

TEST_CASE("municipalities of one name are tied, those that ended come after those that exist") {
    const auto fuchu = ask("府中市");
    CHECK(fuchu.status() == Status::unsure);
    CHECK(fuchu.matches.size() == 2);
    const auto yamato = ask("大和町");
    CHECK(yamato.status() == Status::found);
    CHECK(best(yamato) == "044211 present name");
    CHECK(yamato.matches.size() > 3);
}

TEST_CASE("a municipality that goes on under its name is found once") {
    CHECK(ask("さいたま市").matches.size() == 1);
    CHECK(best(ask("浜松市")) == "221309 present name");
    CHECK(best(ask("天竜区")) == "221406 present name");
    CHECK(ask("天竜区").matches.size() == 1);
    CHECK(best(ask("浜松")) == "221309 present short-name");
    CHECK(ask("君津町").matches.size() == 1);
}

TEST_CASE("the history has what a municipality came from and what became of it") {
    const auto saitama = ask("111007");
    const auto& events =
        std::get<std::vector<AnswerRecord>>(value(saitama.matches.front().fields, "history"));
    REQUIRE(events.size() == 5);
    CHECK(text(events[0], "event") == "新設合併");
    CHECK(text(events[0], "from_code") == "112046");
    CHECK(text(events[3], "event") == "政令指定都市施行");
    CHECK(text(events[4], "event") == "編入合併");
    CHECK(text(events[4], "from") == "埼玉県岩槻市");
    const auto before = ask("112445", "2004-01-01");
    CHECK(std::get<std::vector<AnswerRecord>>(value(before.matches.front().fields, "history")).size() == 4);
}
