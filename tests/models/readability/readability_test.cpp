#include "models/readability/readability.hpp"

#include <catch2/catch.hpp>

#include "models/dataset/profile.hpp"
#include "models/readability/header_words.hpp"
#include "models/rules/rule.hpp"

namespace daicho {

namespace {

/// "holds", or "broken S142" with the rules that broke it.
std::string state_of(const DatasetProfile& profile, std::string_view number) {
    for (const ReadabilityVerdict& one : profile.readability) {
        if (one.rule->number != number) continue;
        std::string text(to_string(one.state));
        for (const std::size_t line : one.lines)
            text.append(" ").append(profile.table.findings.line(line).rule.text);
        return text;
    }
    return {};
}

DatasetProfile profile_of(const std::string& text) {
    Models models;
    return profile(memory_source(text, "t.csv"), {}, {}, models);
}

}  // namespace

TEST_CASE("the table of readability is that of the government, and names rules that there are") {
    const auto table = readability_table();
    CHECK(table.size() == 30);
    std::size_t levels[3] = {};
    for (const ReadabilityRule& rule : table) {
        ++levels[rule.number[1] - '1'];
        for (std::size_t at = 0; at < rule.findings.size(); at += 5) {
            CAPTURE(rule.number);
            CHECK(find_rule(rule.findings.substr(at, 4)) != nullptr);
        }
    }
    CHECK(levels[0] == 15);
    CHECK(levels[1] == 6);
    CHECK(levels[2] == 9);
}

TEST_CASE("a table made for machines breaks no rule of readability") {
    const DatasetProfile good = profile_of(
        "全国地方公共団体コード,施設名,人口（人）,更新日\n131016,A館,10,2024-04-01\n131024,B館,20,2024-04-"
        "02\n"
        "131032,C館,30,2024-04-03\n");
    for (const ReadabilityVerdict& one : good.readability) {
        CAPTURE(one.rule->number);
        CHECK(one.state != ReadabilityVerdict::State::broken);
    }
    CHECK(state_of(good, "L1-01") == "holds");
    CHECK(state_of(good, "L3-06") == "holds");
    CHECK(state_of(good, "L1-12") == "not-applicable");
    CHECK(state_of(good, "L3-07") == "not-judged");
}

TEST_CASE("a table made for the eye breaks the rules of readability by their numbers") {
    const DatasetProfile bad = profile_of(
        "〇〇市の統計\n\n町　名,Column1,人口,面積,分類,備考,2020年,2021年,2022年\n"
        "秋 芳 町,あ,10,1.5,その他（農地）,①,1,2,3\n美 東 町,い,X,2.5,宅地,\"a\nb\",1,2,3\n"
        "北町,う,20人,3.5,宅地,,4,5,6\n南町,え,0,4.5,宅 地,,4,5,6\n東町,お,,5.5,宅地,,4,5,6\n"
        "西町,か,30,6.5,宅地,,4,5,6\n中町,き,40,7.5,宅地,,4,5,6\n沖町,く,50,8.5,宅地,,4,5,6\n合計,,150,,,,,,"
        "\n");
    CHECK(state_of(bad, "L1-04") == "broken S112 S107");
    CHECK(state_of(bad, "L1-05") == "broken S141");
    CHECK(state_of(bad, "L1-06").starts_with("broken"));
    CHECK(state_of(bad, "L1-08") == "broken C232");
    CHECK(state_of(bad, "L1-09") == "broken S144");
    CHECK(state_of(bad, "L1-14").find("S143") != std::string::npos);
    CHECK(state_of(bad, "L2-01").find("S148") != std::string::npos);
    CHECK(state_of(bad, "L2-04") == "broken S145");
    CHECK(state_of(bad, "L2-05") == "broken S146");
    CHECK(state_of(bad, "L3-01") == "broken S107");
    CHECK(state_of(bad, "L3-03") == "broken S147");
    CHECK(state_of(bad, "L3-04") == "broken S149");
    CHECK(state_of(bad, "L3-09") == "broken S150");
}

TEST_CASE("headers are told apart by their words") {
    for (const char* header : {"2019年", "令和元年度", "H30", "平成25年01月", "4月", "１２月分", "2020-01"})
        CHECK(names_period(header));
    for (const char* header : {"年齢", "2階", "月額", "100円", "R", "20190"})
        CHECK_FALSE(names_period(header));
    for (const char* header : {"Column1", "列3", "※", "---", "Unnamed: 0", "F2"})
        CHECK(is_meaningless_header(header));
    for (const char* header : {"№", "名称", "F", "列車", "ID", "項目名"})
        CHECK_FALSE(is_meaningless_header(header));
    for (const char* header : {"面積（㎡）", "世帯数", "人口総数_男", "割合"}) CHECK(names_unit(header));
    for (const char* header : {"高さ", "面積"}) CHECK_FALSE(names_unit(header));
}

}  // namespace daicho
