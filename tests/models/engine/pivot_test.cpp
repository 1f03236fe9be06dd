#include "models/engine/pivot.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/mapped_table.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;

namespace {

const char* const phones = R"(model test version "1" {
    class Facility "施設" {
        id "施設ID" : text 0..1;
        name "名称" : text 0..1;
        day "昼間の電話" : text 0..1;
        night "夜間の電話" : text 0..1 confidential;
        kind "種別" : text 0..1;
        phone "電話番号" : text 0..1;
    }
})";

const std::string by_kind =
    "pivot \"昼間\" \"夜間\" <- \"種別\" \"電話番号\" by \"ID\";\n"
    "id <- [ID]; name <- [名称]; day <- [昼間]; night <- [夜間];";

using Texts = std::vector<std::string>;
using Table = std::vector<Texts>;

/// The first line of what is wrong with a transformation that cannot be planned, in English.
std::string refusal_of(const std::string& statements) {
    const WrittenModel model(phones);
    try {
        const MappedTable joined(*model, statements, "ID,名称,種別,電話番号\n1,a,昼間,2\n");
    } catch (const Error& error) {
        const std::string& text = error.en();
        return text.substr(0, text.find('\n'));
    }
    return {};
}

}  // namespace

TEST_CASE("records of one group become one, in the order in which the groups first appear") {
    const WrittenModel model(phones);
    const MappedTable joined(
        *model, by_kind,
        "ID,名称,種別,電話番号\n2,い,夜間,22\n1,あ,昼間,11\n2,い,昼間,21\n3,う,昼間,31\n1,あ,夜間,12\n");
    CHECK(joined.table == Table{{"施設ID", "名称", "昼間の電話", "夜間の電話"},
                                {"2", "い", "21", "22"},
                                {"1", "あ", "11", "12"},
                                {"3", "う", "31", ""}});
    CHECK(joined.numbers == std::vector<std::uint64_t>{1, 2, 3});
    CHECK(joined.losses.empty());
    CHECK(joined.findings.empty());
}

TEST_CASE("each cell of a joined record knows the line that it was read from") {
    const WrittenModel model(phones);
    const MappedTable joined(*model, by_kind,
                             "ID,名称,種別,電話番号\n2,,夜間,22\n1,あ,昼間,11\n2,い,昼間,21\n");
    CHECK(joined.table[1] == Texts{"2", "い", "21", "22"});
    CHECK(joined.lines[0] == std::vector<std::uint64_t>{2, 4, 4, 2});
    CHECK(joined.lines[1] == std::vector<std::uint64_t>{3, 3, 3, 3});  // no cell: where the record begins
}

TEST_CASE("a cell that was read from several columns has the line of the first that has a text") {
    const WrittenModel model(phones);
    const MappedTable joined(*model,
                             "pivot \"昼間\" \"夜間\" <- \"種別\" \"電話番号\" by \"ID\";\n"
                             "id <- [ID]; day <- first([夜間], [昼間]);",
                             "ID,種別,電話番号\n1,昼間,11\n2,昼間,21\n1,夜間,12\n");
    CHECK(joined.table[1] == Texts{"1", "12"});
    CHECK(joined.lines[0][1] == 4);
    CHECK(joined.lines[1][1] == 3);
}

TEST_CASE("of two values of one name the first is kept and the other is reported with its place") {
    const WrittenModel model(phones);
    const MappedTable joined(
        *model, by_kind, "ID,名称,種別,電話番号\n1,あ,昼間,11\n2,い,昼間,21\n1,あ,昼間,99\n1,あ,昼間, 11\n");
    CHECK(joined.table[1] == Texts{"1", "あ", "11", ""});
    CHECK(joined.losses == Texts{"M611 3:4:電話番号 99 (2)"});
    CHECK(joined.findings == Texts{"M611 1:4"});  // an error of the record that it was to go to
}

TEST_CASE("columns beside names and values must agree, and an empty cell does not differ") {
    const WrittenModel model(phones);
    const std::string csv = "ID,名称,種別,電話番号,備考\n1,,昼間,11,x\n1,あ,夜間,12,\n1,ア,夜間,12,y\n";
    const MappedTable kept(*model, by_kind, csv);
    CHECK(kept.table ==
          Table{{"施設ID", "名称", "昼間の電話", "夜間の電話", "備考"}, {"1", "あ", "11", "12", "x"}});
    CHECK(kept.losses == Texts{"M611 3:4:名称 ア (3)", "M611 3:4:備考 y (2)"});
    const MappedTable dropped(*model, by_kind + "drop \"備考\" \"電話ごとの備考\";", csv);
    CHECK(dropped.losses == Texts{"M611 3:4:名称 ア (3)"});
    const MappedTable unmapped(*model, by_kind, csv, false);
    CHECK(unmapped.losses == Texts{"M611 3:4:名称 ア (3)"});
}

TEST_CASE("a column that only a condition reads must agree as well") {
    const WrittenModel model(phones);
    const MappedTable joined(*model,
                             "pivot \"昼間\" <- \"種別\" \"電話番号\" by \"ID\"; drop \"公開\";\n"
                             "id <- [ID]; day <- [昼間] when [公開] = \"1\";",
                             "ID,種別,電話番号,公開\n1,昼間,11,1\n1,昼間,,0\n");
    CHECK(joined.table[1] == Texts{"1", "11"});
    CHECK(joined.losses == Texts{"M611 2:3:公開 0 (2)"});
}

TEST_CASE("a name that is not listed is reported with the value that it would have given") {
    const WrittenModel model(phones);
    const MappedTable joined(*model, by_kind,
                             "ID,名称,種別,電話番号\n1,あ,携帯,090\n1,あ,,13\n1,あ,FAX,\n1,あ,,\n");
    CHECK(joined.table[1] == Texts{"1", "あ", "", ""});
    CHECK(joined.losses ==
          Texts{"M612 1:2:電話番号 090 (携帯)", "M612 2:3:電話番号 13 ()", "M612 3:4:種別 FAX (FAX)"});
}

TEST_CASE("a listed name that is dropped is left out without a word on each record") {
    const WrittenModel model(phones);
    const MappedTable joined(
        *model,
        "pivot \"昼間\" \"携帯\" <- \"種別\" \"電話番号\" by \"ID\"; drop \"携帯\"; id <- [ID]; "
        "day <- [昼間];",
        "ID,種別,電話番号\n1,携帯,090\n1,昼間,11\n1,携帯,080\n");
    CHECK(joined.table == Table{{"施設ID", "昼間の電話"}, {"1", "11"}});
    CHECK(joined.losses.empty());
}

TEST_CASE("a name that no line mentions is carried as an own column") {
    const WrittenModel model(phones);
    const MappedTable joined(
        *model, "pivot \"昼間\" \"携帯\" <- \"種別\" \"電話番号\" by \"ID\"; id <- [ID]; day <- [昼間];",
        "ID,種別,電話番号\n1,携帯,090\n1,昼間,11\n");
    CHECK(joined.table == Table{{"施設ID", "昼間の電話", "携帯"}, {"1", "11", "090"}});
    CHECK(joined.lines[0] == std::vector<std::uint64_t>{2, 3, 2});
}

TEST_CASE("a part of a joined cell that no item took is told with the place of that cell") {
    const WrittenModel model(phones);
    const MappedTable joined(
        *model,
        "pivot \"昼間\" <- \"種別\" \"電話番号\" by \"ID\"; id <- [ID]; day <- part([昼間], /、/, 1);",
        "ID,種別,電話番号\n1,昼間,\n2,昼間,21\n1,昼間,11、内線5\n");
    CHECK(joined.table[1] == Texts{"1", "11"});
    CHECK(joined.losses == Texts{"M609 3:4:電話番号 11、内線5 (内線5)"});
    CHECK(!joined.confidential);
}

TEST_CASE("what is lost of a column that goes to a confidential item is confidential") {
    const WrittenModel model(phones);
    CHECK(MappedTable(*model, by_kind, "ID,名称,種別,電話番号\n1,あ,携帯,090\n1,あ,夜間,11\n1,あ,夜間,12\n")
              .confidential);
    CHECK(!MappedTable(*model, by_kind, "ID,名称,種別,電話番号\n1,あ,昼間,11\n1,い,昼間,11\n").confidential);
}

TEST_CASE("a record without the values of the group stays alone and is reported") {
    const WrittenModel model(phones);
    const MappedTable joined(
        *model, by_kind, "ID,名称,種別,電話番号\n1,あ,昼間,11\n,い,昼間,21\n　,い,夜間,22\n1,あ,夜間,12\n");
    CHECK(joined.table == Table{{"施設ID", "名称", "昼間の電話", "夜間の電話"},
                                {"1", "あ", "11", "12"},
                                {"", "い", "21", ""},
                                {"", "い", "", "22"}});
    CHECK(joined.findings == Texts{"M613 2:3", "M613 3:4"});
}

TEST_CASE("several columns make a group, and an empty one among them is a value") {
    const WrittenModel model(phones);
    const MappedTable joined(
        *model,
        "pivot \"昼間\" \"夜間\" <- \"種別\" \"電話番号\" by \"ID\" \"枝番\"; id <- [ID] ++ \"-\" ++ "
        "[枝番]; day <- [昼間]; night <- [夜間];",
        "ID,枝番,種別,電話番号\n1,,昼間,11\n1,2,昼間,21\n12,,昼間,31\n1,,夜間,12\n,12,夜間,32\n");
    CHECK(joined.table == Table{{"施設ID", "昼間の電話", "夜間の電話"},
                                {"1-", "11", "12"},
                                {"1-2", "21", ""},
                                {"12-", "31", ""},
                                {"-12", "", "32"}});
    CHECK(joined.findings.empty());
}

TEST_CASE("names and groups are compared without the spaces around them") {
    const WrittenModel model(phones);
    const MappedTable joined(*model, by_kind, "ID,名称,種別,電話番号\n1,あ,昼間　,11\n 1　,あ ,夜間,12\n");
    CHECK(joined.table.size() == 2);
    CHECK(joined.table[1] == Texts{"1", "あ", "11", "12"});
    CHECK(joined.losses.empty());
}

TEST_CASE("blank records and findings about the file go with the group of their record") {
    const WrittenModel model(phones);
    const MappedTable joined(
        *model, by_kind,
        "ID,名称,種別,電話番号\n1,あ,昼間,11\n,,,\n2,い,昼間,21\n1,あ,夜間\n2,い,夜間,\"x\"y\n");
    CHECK(joined.table.size() == 4);
    CHECK(joined.table[2] == Texts{"", "", "", ""});
    REQUIRE(joined.findings.size() == 3);
    CHECK(joined.findings[0] == "S101 1:5");  // its record is in line 5 and was joined to the first
    CHECK(joined.findings[1] == "S106 2:3");
    CHECK(joined.findings[2].substr(4) == " 3:6");
    CHECK(joined.losses.empty());
}

TEST_CASE("a table without records stays without") {
    const WrittenModel model(phones);
    CHECK(MappedTable(*model, by_kind, "ID,名称,種別,電話番号\n").table.size() == 1);
}

TEST_CASE("a pivot that cannot be carried out is refused where it is written") {
    const std::string pivot = "pivot \"昼間\" <- \"種別\" \"電話番号\" by \"ID\";\n";
    CHECK(refusal_of(pivot + "day <- [昼間];").empty());
    const std::pair<std::string, std::string> wrong[] = {
        {"pivot \"昼間\" <- \"種\" \"電話番号\" by \"ID\";", "2:15: the table has no column '種'"},
        {"pivot \"昼間\" <- \"種別\" \"電話\" by \"ID\";", "2:20: the table has no column '電話'"},
        {"pivot \"昼間\" <- \"種別\" \"電話番号\" by \"番号X\";", "2:30: the table has no column '番号X'"},
        {"pivot \"昼間\" <- \"種別\" \"種別\" by \"ID\";",
         "2:20: the names and the values must stand in different columns"},
        {"pivot \"昼間\" <- \"種別\" \"電話番号\" by \"ID\" \"種別\";",
         "2:35: records cannot become one by the column of the names or of the values"},
        {"pivot \"昼間\" \"昼間 \" <- \"種別\" \"電話番号\" by \"ID\";",
         "2:12: the name '昼間' stands here twice"},
        {"pivot \"\" <- \"種別\" \"電話番号\" by \"ID\";", "2:7: a name cannot be empty"},
        {"pivot \"名称\" <- \"種別\" \"電話番号\" by \"ID\";",
         "2:7: the table already has a column '名称', so that no name can become one"},
        {pivot + pivot, "3:1: there can be one pivot only"},
        {pivot + "unpivot \"名称\" -> kind phone;",
         "2:1: pivot and unpivot cannot stand in one transformation; write two"},
        {pivot + "day <- [電話番号];", "3:8: pivot makes other columns of '電話番号'; name one of them"},
        {pivot + "day <- [ID] when [種別];", "3:18: pivot makes other columns of '種別'; name one of them"},
        {pivot + "drop \"種別\";", "3:1: pivot makes other columns of '種別'; name one of them"},
    };
    for (const auto& [statements, message] : wrong) {
        INFO(statements);
        const std::string refusal = refusal_of(statements);
        CHECK(refusal.substr(0, 7 + message.size()) == "t.gift:" + message);
    }
}
