#include "models/engine/stand_in.hpp"

#include <catch2/catch.hpp>

#include "models/dataset/validate.hpp"
#include "models/rules/rule_ids.hpp"

using namespace daicho;

TEST_CASE("error values, formulas and dittos are told from values") {
    for (const char* text : {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "###", "########", "Err:502"}) {
        CAPTURE(text);
        CHECK(stand_in(text).rule == rules::error_value);
    }
    for (const char* text : {"=SUM(A1:A3)", "=A1+B2", "=+B2", "=$C$4", "=VLOOKUP(A2,表!A:B,2,0)",
                             "='[台帳.xlsx]Sheet1'!A1", "=_xlfn.XLOOKUP(A1,B:B,C:C)"}) {
        CAPTURE(text);
        CHECK(stand_in(text).rule == rules::formula);
        CHECK(stand_in(text).value.empty());
    }
    for (const char* text : {"〃", "同上", "同左", "上に同じ"}) {
        CAPTURE(text);
        CHECK(stand_in(text).rule == rules::ditto);
    }
    for (const char* text :
         {"○○市", "〇〇小学校", "◯◯課", "△△株式会社", "×××町", "□□公園", "○○県○○市", "＊＊様"}) {
        CAPTURE(text);
        CHECK(stand_in(text).rule == rules::placeholder);
    }
    for (const char* text : {"○", "○○", "〇〇五", "○市", "○○さんの話", "△△△", "××", "○△市", "◎◎市"}) {
        CAPTURE(text);
        CHECK(stand_in(text).rule.empty());
    }
    for (const char* text :
         {"",           "#",        "##", "#1",    "#N/A 2件", "=",      "==",     "=>", "=平成",
          "==========", "A1",       "E",  "Error", "Err:x",    "同志社", "上野",   "上", "同上の建物",
          "〃〃",       "#hashtag", "=A", "=1",    "= SUM",    "=ABC(",  "Err:50x"}) {
        CAPTURE(text);
        CHECK(stand_in(text).rule.empty());
    }
}

TEST_CASE("nothing that is found is passed over by the glance") {
    for (const char* text :
         {"#N/A", "###", "Err:502", "=A1", "=\"01\"", "〃", "同上", "同前", "同左", "上に同じ", "上記に同じ",
          "上と同じ", "上記と同じ", "○○市", "〇〇小学校", "××町", "＊＊様"}) {
        CAPTURE(text);
        CHECK(!stand_in(text).rule.empty());
        CHECK(may_be_stand_in(text));
    }
}

TEST_CASE("a text that a formula keeps from being a number is repaired") {
    CHECK(stand_in("=\"0123\"").value == "0123");
    CHECK(stand_in("=\"01\"&\"23\"").value.empty());
    Models models;
    const CheckResult result =
        validate(memory_source("名称,郵便番号\nA,\"=\"\"100-0001\"\"\"\nB,1000002\nC,1000003\n"), {}, models);
    REQUIRE(result.findings.size() == 1);
    CHECK(result.findings[0].rule == rules::formula);
    CHECK(result.findings[0].repair.kind == RepairKind::provable);
    CHECK(result.findings[0].repair.value == "1000001");
}

TEST_CASE("they are found in columns of every kind, and of none") {
    Models models;
    for (const std::string cell : {"#REF!", "=A1", "〃", "○○市"}) {
        const std::string table = "名称,メモ,郵便番号,設置日,人口\nA,x,1000001,2024-04-01,1\n" + cell + "," +
                                  cell + "," + cell + "," + cell + "," + cell +
                                  "\nB,y,1000002,2024-04-02,2\n";
        const CheckResult result = validate(memory_source(table), {}, models);
        std::vector<std::uint32_t> columns;
        for (const Finding& finding : result.findings) {
            if (finding.rule == stand_in(cell).rule) columns.push_back(finding.column);
        }
        CAPTURE(cell);
        CHECK(columns == std::vector<std::uint32_t>{1, 2, 3, 4, 5});
    }
}
