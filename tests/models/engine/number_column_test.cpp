#include "models/engine/number_column.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "models/dataset/validate.hpp"

namespace daicho {

namespace {

/// The rules that are told of a table of which no model is known, each with its value.
std::vector<std::string> told_of(const std::string& table) {
    Models models;
    std::vector<std::string> told;
    for (const Finding& finding : validate(memory_source(table), {.model = "none"}, models).findings)
        told.push_back(std::string(finding.rule.text) + ' ' + finding.value);
    return told;
}

const std::string five = "北,10\n南,20\n東,30\n西,40\n中,50\n";

}  // namespace

TEST_CASE("a number, a sign for none, a range and a name are no flaw in a column of numbers") {
    for (const char* sound : {"0", "-5", "1,234", "12.5", " 7", "-", "X", "…", "10～20", "B1", "その他"})
        CHECK(number_flaw(sound).text == "");
    for (const char* flawed : {"20人", "約30", "三百", "1万2千", "5※"})
        CHECK(number_flaw(flawed).text == "S148");
    for (const char* damaged : {"1.23E+05", "1E+10"}) CHECK(number_flaw(damaged).text == "K312");
}

TEST_CASE("a column of numbers without a model tells what is no number in it, whatever its header") {
    for (const std::string header : {"人口", "利用者", "heads"}) {
        const std::string table = "地区," + header + "\n" + five;
        CHECK(told_of(table).empty());
        CHECK(told_of(table + "上,60人\n") == std::vector<std::string>{"S148 60人"});
        CHECK(told_of(table + "上,三百\n") == std::vector<std::string>{"S148 三百"});
        CHECK(told_of(table + "上,1.23E+05\n") == std::vector<std::string>{"K312 1.23E+05"});
        CHECK(told_of(table + "上,-\n").empty());
    }
}

TEST_CASE("a unit in every cell is told where the header says that the column measures or counts") {
    const std::string cells = "北,120㎡\n南,130㎡\n東,50㎡\n";
    for (const std::string header : {"面積", "延床面積", "面積（㎡）", "収容人数(人)"})
        CHECK(told_of("地区," + header + "\n" + cells) ==
              std::vector<std::string>{"S148 120㎡", "S148 130㎡", "S148 50㎡"});
    for (const std::string header : {"備考", "面積番号", "定員区分"})
        CHECK(told_of("地区," + header + "\n" + cells).empty());
    CHECK(told_of("地区,定員\n北,応相談\n南,なし\n東,50人\n").empty());
}

TEST_CASE("numbers that name something are no column of numbers") {
    for (const std::string header : {"施設番号", "ID", "建物コード", "年度"})
        CHECK(told_of("地区," + header + "\n" + five + "上,60A号\n").empty());
    CHECK(told_of("地区,部屋\n北,010\n南,020\n東,030\n西,040\n中,050\n上,60号\n").empty());
}

TEST_CASE("a blank is told where the cells beside it number the records, and nowhere else") {
    const auto told_blanks = [](const std::string& table) {
        const auto told = told_of("番号,地区\n" + table);
        return std::ranges::count(told, "S151 ");
    };
    CHECK(told_blanks("1,北\n2,南\n3,東\n,西\n5,中\n6,上\n7,下\n") == 1);
    CHECK(told_blanks("11,北\n12,南\n13,東\n14,西\n15,中\n,上\n,下\n") == 2);
    CHECK(told_blanks("1,北\n2,南\n3,東\n,\n4,中\n5,上\n6,下\n") == 0);                   // no record
    CHECK(told_blanks("1,北\n2,南\n3,東\n,西\n4,中\n5,上\n6,下\n") == 0);                 // not counted
    CHECK(told_blanks("1,北\n2,南\n9,東\n,西\n12,中\n13,上\n20,下\n") == 0);              // not running
    CHECK(told_blanks("1,北\n,南\n,東\n,西\n5,中\n,上\n,下\n8,左\n9,右\n10,裏\n") == 0);  // hardly any
}

}  // namespace daicho
