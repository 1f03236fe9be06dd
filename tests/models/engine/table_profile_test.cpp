#include "models/engine/table_profile.hpp"

#include <catch2/catch.hpp>

namespace daicho {

TEST_CASE("a table is counted column by column") {
    const auto table = read_table("名称,更新日\nA,2024-04-18\nB,令和6年4月19日\nA,\nC,昨日\n");
    const TableFacts facts = profile_table(*table, {});
    CHECK(facts.records == 4);
    REQUIRE(facts.columns.size() == 2);
    CHECK(facts.columns[0].name == "名称");
    CHECK(facts.columns[0].distinct == 3);
    CHECK(facts.columns[0].longest == 1);
    CHECK(facts.columns[0].examples == std::vector<std::string>{"A", "B", "C"});
    REQUIRE(facts.columns[1].kind.type);
    CHECK(facts.columns[1].kind.type->name == "date");
    CHECK(facts.columns[1].filled == 3);
    CHECK(facts.columns[1].empty == 1);
    CHECK(facts.columns[1].canonical == 1);
    CHECK(facts.columns[1].readable == 2);
    CHECK(facts.findings.total(Severity::warning) == 2);
}

TEST_CASE("records beyond the sample are counted as well") {
    std::string text = "日付\n";
    for (int i = 0; i < 20000; ++i) text += i == 19999 ? "2024/4/18\n" : "2024-04-18\n";
    const auto table = read_table(text);
    const TableFacts facts = profile_table(*table, {});
    CHECK(facts.records == 20000);
    CHECK(facts.columns[0].canonical == 19999);
    CHECK(facts.columns[0].readable == 20000);
    CHECK(facts.columns[0].distinct == 2);
}

TEST_CASE("confidential values are not shown as examples") {
    const auto table = read_table("マイナンバー\n123456789018\n");
    const TableFacts facts = profile_table(*table, {});
    REQUIRE(facts.columns[0].kind.type);
    CHECK(facts.columns[0].kind.type->name == "individual_number");
    CHECK(facts.columns[0].examples.empty());
}

TEST_CASE("different texts are counted exactly up to the bound and closely beyond it") {
    DistinctCounter few{1000};
    for (int i = 0; i < 3000; ++i) few.add(std::to_string(i % 900));
    CHECK(few.exact());
    CHECK(few.count() == 900);
    DistinctCounter many{1000};
    for (int i = 0; i < 100000; ++i) many.add(std::to_string(i));
    CHECK(!many.exact());
    CHECK(many.count() > 85000);
    CHECK(many.count() < 115000);
}

}  // namespace daicho
