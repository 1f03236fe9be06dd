#include "models/engine/column_habit.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/dataset/validate.hpp"
#include "tests/support/known_places.hpp"

namespace daicho {

namespace {

/// What is told of the last record of a column without a model: rule and repair.
std::vector<std::string> told_of(const std::string& header, const std::vector<std::string>& values) {
    std::string table = header + ",備考\n";
    for (const std::string& value : values) table += value + ",\n";
    const KnownPlaces places{{{"下関市", "352012", "山口県", "下関市"},
                              {"玖珂郡和木町", "353213", "山口県", "玖珂郡和木町"},
                              {"周防大島町", "353051", "山口県", "大島郡周防大島町"}}};
    CheckOptions options;
    options.model = "none";
    options.knowledge.places = &places;
    Models models;
    std::vector<std::string> told;
    for (const Finding& finding : validate(memory_source(table), options, models).findings) {
        if (finding.place.line == values.size() + 1)
            told.push_back(std::string(finding.rule.text) + ' ' + finding.repair.value);
    }
    return told;
}

}  // namespace

TEST_CASE("a code with two readings is read as the other codes of its column are") {
    // 35203 is 山口市 without its check digit, or 岩手県岩泉町 without its zero.
    using Told = std::vector<std::string>;
    CHECK(told_of("市区町村コード", {"35201", "35202", "352063", "35203"}) == Told{"T260 352039"});
    CHECK(told_of("市区町村コード", {"032018", "032026", "032034", "35203"}) == Told{"T260 035203"});
    CHECK(told_of("市区町村コード", {"35201", "032018", "35206", "35203"}) == Told{"T260 "});
    CHECK(told_of("市区町村コード", {"35203"}) == Told{"T260 "});
}

TEST_CASE("a code with two readings lacks what the other codes of its column lack") {
    using Told = std::vector<std::string>;
    CHECK(told_of("市区町村コード", {"35201", "35202", "35206", "35203"}) == Told{"K313 352039"});
    CHECK(told_of("市区町村コード", {"35201", "35202", "35206", "352071", "35203"}) == Told{"K313 352039"});
    CHECK(told_of("市区町村コード", {"32018", "32026", "32034", "35203"}) == Told{"K311 035203"});
    CHECK(told_of("市区町村コード", {"35201", "35202", "35206", "32018", "35203"}) == Told{"T260 "});
}

TEST_CASE(
    "a cell of spaces is told as space whatever its column holds, and as missing where one is required") {
    const auto told = [](const std::string& table) {
        CheckOptions options;
        options.model = "EvacuationSpace";
        Models models;
        std::vector<std::string> rules;
        for (const Finding& finding : validate(memory_source(table), options, models).findings) {
            if (finding.place.line == 2)
                rules.push_back(std::string(finding.header) + ' ' + std::string(finding.rule.text));
        }
        return rules;
    };
    const auto all = told("名称,想定収容人数,災害種別_洪水,備考,住所\n　, ,　,  ,金沢市広坂一丁目1-1\n");
    for (const char* one : {"名称 R401", "想定収容人数 C213", "災害種別_洪水 C213", "備考 C213"}) {
        INFO(one);
        CHECK(std::ranges::count(all, one) == 1);
    }
}

TEST_CASE("places of a table that writes no 郡 are not told for lacking it") {
    const std::vector<std::string> told{"T251 大島郡周防大島町"};
    CHECK(told_of("地域", {"下関市", "周防大島町"}).empty());
    CHECK(told_of("地域", {"郡部計", "下関市", "周防大島町"}).empty());
    CHECK(told_of("地域", {"下関市", "玖珂郡和木町", "周防大島町"}) == told);
    CHECK(told_of("市町村", {"下関市", "周防大島町"}) == told);
}

TEST_CASE("an extension is no telephone number") {
    CHECK(told_of("連絡先内線番号", {"2561", "2562", "2563", "256"}).empty());
    CHECK(!told_of("連絡先番号", {"03-5253-5111", "03-5253-5112", "256"}).empty());
}

}  // namespace daicho
