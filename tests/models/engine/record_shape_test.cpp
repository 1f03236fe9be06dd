#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/dataset/validate.hpp"
#include "models/rules/rule_ids.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

/// A line that is none of the records of `checked_among_records`.
struct OddRecord {
    std::string record;
    RuleId rule;
    bool at_top = false;  ///< it is one only right below the header
};

const char* const facilities = R"(model test version "1" {
    class Facility "施設" {
        name "施設名" : text 1..1 required;
        postalCode "郵便番号" : postal_code 0..1;
        phone "電話番号" : phone 0..1;
        population "人口" : integer 0..1;
        note "備考" : text 0..1;
        unique name;
    }
})";

std::vector<OddRecord> odd_records() {
    return {
        {"合計,,,5,", rules::total_record},
        {"合　計,,,\"5,001\",", rules::total_record},
        {"【小計】,-,-,5,", rules::total_record},
        {",総計,,5,", rules::total_record},
        {"平均,,,1.5,", rules::total_record},
        {"※令和5年4月1日現在,,,,", rules::note_record},
        {"＊印は休館中,,,,", rules::note_record},
        {",注1) 速報値,,,", rules::note_record},
        {"（注）世帯を含まない,,,,", rules::note_record},
        {"出典：住民基本台帳,,,,", rules::note_record},
        {"この表は速報値である。,,,,", rules::note_record},
        {"以上,,,,", rules::note_record},
        {"施設名,郵便番号,電話番号,人口,備考", rules::header_again},
        {" 施設名,郵便番号 ,電話番号,人口,備考", rules::header_again},
        {"担当課,電話番号,所在地,,", rules::other_header},
        {"名称,住所,緯度,経度,その他の欄", rules::other_header},
        {",,,（人）,", rules::unit_record, true},
        {"(名称),(7桁),,人,", rules::unit_record, true},
        {",,,単位：人,", rules::unit_record, true},
    };
}

/// What is found of five sound records, with `record` in front of them or as the third.
CheckResult checked_among_records(const std::string& record, bool at_top) {
    static Models models;
    const ScratchFolder folder;
    CheckOptions options;
    options.model = folder.write("facility.gifm", facilities);
    std::string text = "施設名,郵便番号,電話番号,人口,備考\n";
    if (at_top) text += record + "\n";
    for (int number = 1; number <= 5; ++number) {
        text += "第" + std::to_string(number) + "会館,1000001,(075)222-3111,1,\n";
        if (number == 2 && !at_top) text += record + "\n";
    }
    return validate(memory_source(text, "facilities.csv"), options, models);
}

}  // namespace

TEST_CASE("totals, notes, units and headers among the records are told, and nothing else of them") {
    for (const OddRecord& odd : odd_records()) {
        CAPTURE(odd.record);
        const CheckResult result = checked_among_records(odd.record, odd.at_top);
        const std::uint64_t number = odd.at_top ? 1 : 3;
        std::vector<RuleId> found;
        for (const Finding& finding : result.findings) {
            if (finding.record == number) found.push_back(finding.rule);
        }
        CHECK(found == std::vector<RuleId>{odd.rule});
        CHECK(result.verdict.levels[0] == 1);
    }
}

TEST_CASE("a line that is no record gets one finding however many cells it has") {
    for (OddRecord odd : odd_records()) {
        odd.record.erase(odd.record.find_last_not_of(',') + 1);
        for (const char* more : {"", ",,,,,,,"}) {
            CAPTURE(odd.record, more);
            const CheckResult result = checked_among_records(odd.record + more, odd.at_top);
            const std::uint64_t number = odd.at_top ? 1 : 3;
            CHECK(std::ranges::count(result.findings, number, &Finding::record) == 1);
            CHECK(std::ranges::count(result.findings, odd.rule, &Finding::rule) == 1);
        }
    }
}

TEST_CASE("records that look like those are records") {
    for (const std::string record :
         {"合計塾,1000002,(075)222-3111,12,x", "計良商店,1000002,,1,", "小計,1000002,,1,館", "合計,,,,",
          "資料館,,,,", "注連縄神社,,,,", "出典堂,,,,", "※印館,1000002,,,", "以上商店,,,,",
          "平均台,1000002,,3,", "(株)北会館,1000002,,,", "人,1000002,,,", "施設名,1000002,,,"}) {
        CAPTURE(record);
        const CheckResult result = checked_among_records(record, false);
        CHECK(result.verdict.levels[0] == 0);
    }
}

TEST_CASE("a number that was cut at its comma is named, where only one can be it") {
    const auto named = [](const std::string& record) {
        for (const Finding& finding : checked_among_records(record, false).findings) {
            if (finding.rule == rules::ragged_record) return finding.repair.value;
        }
        return std::string("none");
    };
    CHECK(named("西会館,1000002,(075)222-3111,2,345,x") == "2,345");
    CHECK(named("西会館,1000002,(075)222-3111,1,234,567,x") == "1,234,567");
    CHECK(named("西会館,1000002,(075)222-3111,2,34,x").empty());
    CHECK(named("西会館,1000002,2,345,2,345,x").empty());
    CHECK(named("西会館,1000002,,0,345,x").empty());
    CHECK(named("西会館,1000002,,345").empty());
    CHECK(named("西会館,1000002,,345,x") == "none");
}

TEST_CASE("a total where a place is meant is told as one, in tables whose records begin with codes too") {
    Models models;
    std::string table = "コード,市区町村,人口\n";
    for (const char* place : {"山口市", "宇部市", "萩市", "防府市", "下松市", "岩国市"})
        table += std::string("1,") + place + ",5\n";
    const CheckResult result =
        validate(memory_source(table + "1,県計,30\n1,市部計,30\n1,どこか,30\n"), {}, models);
    std::vector<std::string> totals, unknown;
    for (const Finding& finding : result.findings) {
        if (finding.rule == rules::total_record) totals.push_back(finding.value);
        if (finding.rule == rules::unknown_name) unknown.push_back(finding.value);
    }
    CHECK(totals == std::vector<std::string>{"県計", "市部計"});
    CHECK(unknown == std::vector<std::string>{"どこか"});
}

TEST_CASE("a second row of the header is no record, where the first lacks names and no digit is in it") {
    static Models models;
    const auto tells_it = [&](const std::string& header, const std::string& second) {
        CheckOptions options;
        options.model = "none";
        const std::string text = header + "\n" + second + "\n中央会館,東京都港区芝公園1-5-25,(03)3578-2111\n";
        const CheckResult result = validate(memory_source(text, "facilities.csv"), options, models);
        return std::ranges::any_of(result.findings,
                                   [](const Finding& finding) { return finding.rule == rules::unit_record; });
    };
    CHECK(tells_it("施設,,連絡先", "名称,住所,電話番号"));
    CHECK(!tells_it("施設,所在,連絡先", "名称,住所,電話番号"));  // a table of names of items
    CHECK(!tells_it("施設,,連絡先", "住所会館,,電話なし"));      // one word that names a kind
    CHECK(!tells_it("施設,,連絡先", "住所会館,住所1,電話番号"));
}

TEST_CASE("a file of which no column is an item has one error that says so, or says why there is none") {
    struct File {
        std::string text;
        std::vector<RuleId> told;
        bool has_header = true;
    };
    const std::vector<File> files = {
        {"", {rules::empty_file}},
        {"\xef\xbb\xbf", {rules::empty_file}},
        {"\n\n", {rules::no_header, rules::empty_file}},
        {"a,b,c\n", {rules::nothing_bound, rules::empty_file}},
        {"a,b,c\n4,5,6\n", {rules::nothing_bound}},
        {"1,2,3\n1,2,3\n4,5,6\n", {rules::no_header, rules::nothing_bound}, false},
    };
    Models models;
    const ScratchFolder folder;
    CheckOptions options;
    options.model = folder.write("facility.gifm", facilities);
    for (const File& file : files) {
        CAPTURE(file.text);
        options.read.header_row = file.has_header ? std::nullopt : std::optional<std::uint32_t>(0);
        std::vector<std::string_view> told, expected;
        for (const Finding& finding :
             validate(memory_source(file.text, "facilities.csv"), options, models).findings) {
            if (finding.severity == Severity::error) told.push_back(finding.rule.text);
        }
        for (const RuleId rule : file.told) expected.push_back(rule.text);
        std::ranges::sort(told);
        std::ranges::sort(expected);
        CHECK(told == expected);
    }
}
