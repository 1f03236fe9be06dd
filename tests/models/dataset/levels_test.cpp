#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/dataset/validate.hpp"
#include "models/engine/inspection.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

namespace {

/// A class in which everything that a model can ask can be broken.
const char* const nodes = R"(model test version "1" {
    class Node "節" {
        id "ID" : half_alnum 1..1 required;
        group "群" : half_alnum 0..1;
        parent "親ID" : half_alnum 0..1;
        born "開始日" : date 1..1 required;
        died "終了日" : date 0..1;
        phone "電話番号" : phone 0..1;
        note "備考" : text 0..1;
        unique group id;
        reference parent to id;
        rule order LV2 error "開始日が終了日より後です。" when died : born <= died;
        rule hint none warning "電話番号がありません。" : phone != "";
    }
})";

/// Cells that are right, empty, or wrong in some way.
std::string some_cell(std::mt19937& random, std::size_t column) {
    const auto one_of = [&](const std::vector<std::string>& cells) { return cells[random() % cells.size()]; };
    switch (column) {
        case 0:
            return one_of({"a1", "a2", "a3", "a4", "a5", "a6", "", "あ"});
        case 1:
            return one_of({"g", "h", ""});
        case 2:
            return one_of({"", "a1", "a2", "zz"});
        case 3:
        case 4:
            return one_of({"2024-04-01", "2023-01-31", "令和6年4月1日", "2024-02-30", "", "-"});
        case 5:
            return one_of({"(03)5253-5111", "03-5253-5111", "5253-5111", ""});
        default:
            return one_of({"", "メモ", " メモ", "\"一\n二\"", "ﾒﾓ", "\"x"});
    }
}

std::string some_table(unsigned seed) {
    std::mt19937 random(seed);
    std::string text = "ID,群,親ID,開始日,終了日,電話番号,備考\n";
    for (std::size_t record = 0; record < 2 + random() % 12; ++record) {
        for (std::size_t column = 0; column < 7; ++column) {
            std::string cell = some_cell(random, column);
            if (cell == "\"x") cell = "x,y";  // a record that is too long
            text += (column == 0 ? "" : ",") + cell;
        }
        text += "\n";
    }
    return text;
}

/// How many records may have which level, by the findings alone.
std::array<std::uint64_t, 4> levels_by_findings(const CheckResult& result, Level ceiling) {
    std::map<std::uint64_t, Level> of_record;
    for (const Finding& finding : result.findings) {
        if (finding.record == 0) continue;
        Level& level = of_record.try_emplace(finding.record, ceiling).first->second;
        level = lowered(level, finding.blocks);
        if (finding.rule.text == "S101") level = Level::none;
    }
    std::array<std::uint64_t, 4> levels{};
    for (const auto& [record, level] : of_record) ++levels[static_cast<std::size_t>(level)];
    levels[static_cast<std::size_t>(ceiling)] += result.verdict.records - of_record.size();
    return levels;
}

}  // namespace

TEST_CASE("the levels of a report are those that its findings leave, whatever is wrong") {
    const ScratchFolder folder;
    const std::string model = folder.write("node.gifm", nodes);
    Models models;
    std::map<std::string, std::size_t> seen;
    for (unsigned seed = 0; seed < 400; ++seed) {
        const std::string table = some_table(seed);
        const CheckResult result = validate(memory_source(table), {.model = model}, models);
        CAPTURE(seed, table);
        REQUIRE(result.verdict.level);
        for (const Finding& finding : result.findings) {
            if (finding.blocks != Level::none) ++seen[std::string(finding.rule.text)];
        }
        CHECK(result.verdict.levels == levels_by_findings(result, Level::lv2s));
    }
    for (const char* rule : {"R401", "R404", "T251", "T252", "T270", "U500", "C210", "Node.order"}) {
        CAPTURE(rule);
        CHECK(seen[rule] > 0);
    }
}

}  // namespace daicho
