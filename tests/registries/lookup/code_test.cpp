#include <catch2/catch.hpp>
#include <string>
#include <variant>

#include "registries/lookup/lookup.hpp"

using namespace daicho;
using Status = LookupAnswer::Status;

namespace {

LookupAnswer ask(std::string_view query) {
    return look_up(*find_lookup_kind("code"), query, {.limit = 0});
}

const AnswerValue& value(const LookupMatch& match, std::string_view key) {
    for (const AnswerField& field : match.fields) {
        if (field.name.key == key) return field.value;
    }
    FAIL("there is no field " << key);
    return match.fields.front().value;
}

std::string text(const LookupMatch& match, std::string_view key) {
    const auto* string = std::get_if<std::string>(&value(match, key));
    return string ? *string : std::string();
}

/// "SexCodeList 1 男性" of the best match.
std::string best(const LookupAnswer& answer) {
    if (answer.matches.empty()) return "";
    const LookupMatch& match = answer.matches.front();
    return text(match, "system") + " " + text(match, "code") + " " + text(match, "name");
}

}  // namespace

TEST_CASE("a code is found by its system and itself, or its label") {
    for (const char* query : {"SexCodeList:1", "性別コード一覧:1", "性別:1", "性別：１", "性別:男", "男性"}) {
        const auto answer = ask(query);
        CHECK(best(answer) == "SexCodeList 1 男性");
        CHECK(answer.status() == Status::found);
    }
    CHECK(best(ask("POI:0101")) == "POI 0101 山");
    CHECK(best(ask("渓谷")) == "POI 0112 渓谷");
}

TEST_CASE("a system at hand comes with its codes, before those that the catalogue names") {
    const auto sex = ask("性別");
    CHECK(sex.status() == Status::found);
    CHECK(best(sex) == "SexCodeList  性別コード一覧");
    CHECK(std::get<std::vector<AnswerRecord>>(value(sex.matches[0], "codes")).size() == 4);
    CHECK(sex.matches.size() > 5);
    CHECK(std::holds_alternative<std::monostate>(value(sex.matches[1], "codes")));
    CHECK_FALSE(text(sex.matches[1], "publisher").empty());
}

TEST_CASE("a code that several systems have is tied") {
    const auto one = ask("1");
    CHECK(one.status() == Status::unsure);
    CHECK(one.matches.size() > 10);
    CHECK(one.matches[0].reason.key == "code");
}

TEST_CASE("codes that only their publisher has are not covered, codes that a list lacks are not found") {
    const auto elsewhere = ask("年齢コード:3");
    CHECK(elsewhere.status() == Status::not_covered);
    CHECK(elsewhere.note_ja.find("総務省統計局") != std::string::npos);
    const auto missing = ask("SexCodeList:7");
    CHECK(missing.status() == Status::not_found);
    CHECK_FALSE(missing.note_ja.empty());
    CHECK(ask("ない体系:1").status() == Status::not_found);
    CHECK(ask("ないことば").status() == Status::not_found);
}

TEST_CASE("names with a colon are names") {
    CHECK(ask("言語名コード：2文字コード(JISX0412-1)").status() == Status::found);
}
