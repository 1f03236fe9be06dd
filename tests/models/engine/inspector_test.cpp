#include "models/engine/inspector.hpp"

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "models/engine/unique_keys.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Places = std::vector<std::string>;

namespace {

const char* const site = R"(model test version "1" {
    class Site "施設" {
        id "ID" : half_alnum 0..1 required;
        openDate "開設日" : date 0..1 required;
        closeDate "閉鎖日" : date 0..1;
        kind "種別" : code KindList 0..1;
        rule close-after-open LV1 error "閉鎖日が開設日より前です" en "closed before it opened"
            when openDate and closeDate : openDate <= closeDate;
        unique id;
    }
    codes KindList "種別一覧" closed { 1 "学校"; 2 "公園"; }
})";

}  // namespace

TEST_CASE("a clean record reaches the highest level") {
    const WrittenModel model(site);
    const CheckedText checked(*model, "ID,開設日,種別\na1,2024-04-18,1\n");
    CHECK(checked.places() == Places{});
    CHECK(checked.inspection.levels == std::vector<std::optional<Level>>{Level::lv2s});
}

TEST_CASE("a cell in another notation is found with its repair and keeps the record from LV1") {
    const WrittenModel model(site);
    const CheckedText checked(*model, "ID,開設日\na1,令和6年4月18日\n");
    REQUIRE(checked.places() == Places{"1:2 T251"});
    const Finding& finding = checked.inspection.findings.front();
    CHECK(finding.repair.kind == RepairKind::normal_form);
    CHECK(finding.repair.value == "2024-04-18");
    CHECK(finding.item == "openDate");
    CHECK(finding.header == "開設日");
    CHECK(finding.place.line == 2);
    CHECK(checked.inspection.levels[0] == Level::none);
}

TEST_CASE("findings stand in the order of records and columns, whatever lies between") {
    const WrittenModel model(site);
    const CheckedText checked(*model,
                              "ID,開設日,種別\na1,令和6年4月18日,学校\na2,2024-04-19,1\n,,\n"
                              "a3,,公園\na4,2024年4月20日,1\n");
    CHECK(checked.places() == Places{"1:2 T251", "1:3 K302", "3:0 S106", "4:2 R401", "4:3 K302", "5:2 T251"});
}

TEST_CASE("of repeated columns the rules see the first that has a value, repaired where it can be") {
    const WrittenModel model(R"(model test version "1" {
        class Site "施設" {
            openDate "開設日" : date 0..n;
            rule early LV1 error "早すぎます" when openDate : openDate <= "2024-04-18";
        }
    })");
    const CheckedText first(*model, "開設日[1],開設日[2]\n2024-04-19,2024-04-18\n");
    CHECK(first.places() == Places{"1:1 Site.early"});
    const CheckedText second(*model, "開設日[1],開設日[2]\n,令和6年4月19日\n2024-04-18,2024-04-19\n");
    CHECK(second.places() == Places{"1:2 T251", "1:1 Site.early"});
}

TEST_CASE("an empty required cell keeps its record from LV2, a missing required column the whole file") {
    const WrittenModel model(site);
    const CheckedText empty(*model, "ID,開設日\na1,\na2,2024-01-01\n");
    CHECK(empty.places() == Places{"1:2 R401"});
    CHECK(empty.inspection.levels == std::vector<std::optional<Level>>{Level::lv1, Level::lv2s});

    const CheckedText missing(*model, "ID\na1\n");
    REQUIRE(missing.inspector.missing_columns().size() == 1);
    CHECK(missing.inspector.missing_columns().front().item == "openDate");
    CHECK(missing.inspection.levels == std::vector<std::optional<Level>>{Level::lv1});
}

TEST_CASE("a rule of the model speaks of canonical values, and is silent where an item is unreadable") {
    const WrittenModel model(site);
    const CheckedText late(*model, "ID,開設日,閉鎖日\na1,2024/5/1,2024-04-30\n");
    CHECK(late.places() == Places{"1:2 T251", "1:2 Site.close-after-open"});
    const CheckedText unreadable(*model, "ID,開設日,閉鎖日\na1,きのう,2024-04-30\n");
    CHECK(unreadable.places() == Places{"1:2 T250"});
}

TEST_CASE("a label is repaired to its code, an unknown code is not repaired") {
    const WrittenModel model(site);
    const CheckedText checked(*model, "ID,開設日,種別\na1,2024-01-01,公園\na2,2024-01-01,3\n");
    REQUIRE(checked.places() == Places{"1:3 K302", "2:3 K300"});
    CHECK(checked.inspection.findings[0].repair.value == "2");
    CHECK(checked.inspection.findings[1].repair.kind == RepairKind::none);
}

TEST_CASE("a mark for nothing is called so, and is not read as a value") {
    const WrittenModel model(site);
    const CheckedText checked(*model, "ID,開設日\na1,不明\na2,－\n");
    CHECK(checked.places() == Places{"1:2 T270", "2:2 T270"});
}

TEST_CASE("a record with too many cells is not checked cell by cell") {
    const WrittenModel model(site);
    const CheckedText checked(*model, "ID,開設日\na1,2024-01-01\na2,x,y\na3,2024-01-02\n");
    CHECK(checked.places() == Places{"2:0 S101"});
    CHECK(checked.inspection.levels[1] == Level::none);
}

TEST_CASE("a pattern that the model does not have is refused with the names of those it has") {
    const WrittenModel model(
        "model t version \"1\" { class A \"あ\" { x \"エ\" : text 0..1; pattern MP01 \"高\" { x } } }");
    InspectionOptions options;
    options.pattern = "MP09";
    CHECK_THROWS_AS(CheckedText(*model, "エ\n1\n", options), Error);
    options.pattern = "MP01";
    CHECK(CheckedText(*model, "エ\n1\n", options).inspector.pattern().name == "MP01");
}

TEST_CASE("an item whose type the source does not give is checked, and keeps no record from a level") {
    const WrittenModel model(R"(model test version "1" {
        class Site "所" { id "ID" : half_alnum 1..1 required; height "標高" : decimal 0..1 inferred; }
    })");
    const CheckedText checked(*model, "ID,標高\na1,高い\n");
    REQUIRE(checked.places() == Places{"1:2 T250"});
    CHECK(checked.inspection.findings.front().severity == Severity::warning);
    CHECK(checked.inspection.levels == std::vector<std::optional<Level>>{Level::lv2s});
}

TEST_CASE("what follows from columns that are not there is told once for the table") {
    const WrittenModel model(R"(model test version "1" {
        class Site "所" {
            id "ID" : half_alnum 1..1 required;
            flood "洪水" : text 0..1;
            quake "地震" : text 0..1;
            rule some LV2 error "どれもありません。" : flood or quake;
        }
    })");
    const CheckedText checked(*model, "ID\na1\na2\na3\n");
    CHECK(checked.places().empty());
    REQUIRE(checked.inspector.broken_rules().size() == 1);
    CHECK(checked.inspector.broken_rules().front().rule == RuleId{"Site.some"});
    CHECK(checked.inspector.ceiling() == Level::lv1);
    const CheckedText there(*model, "ID,洪水\na1,\na2,1\n");
    CHECK(there.places().size() == 1);
    CHECK(there.inspector.broken_rules().empty());
}

TEST_CASE(
    "lines end in remarks, other control characters there are a note, and in other texts both are errors") {
    const WrittenModel model(R"(model test version "1" {
        class Site "所" { name "名称" : text 1..1 required; note "備考" : text 0..1; }
    })");
    const CheckedText checked(*model, "名称,備考\n甲,\"一\n二\"\n\"乙\n丙\",\n丁,一\t二\n");
    REQUIRE(checked.places() == Places{"2:1 C212", "3:2 C212"});
    CHECK(checked.inspection.findings[0].severity == Severity::error);
    CHECK(checked.inspection.findings[1].severity == Severity::info);
    CHECK(checked.inspection.levels[0] == Level::lv2s);
    CHECK(checked.inspection.levels[1] == Level::none);
    CHECK(checked.inspection.levels[2] == Level::lv2s);
}

TEST_CASE("a key of several items is told with all of them") {
    const WrittenModel model(R"(model test version "1" {
        class Site "所" { city "市" : half_alnum 1..1; id "ID" : half_alnum 1..1; unique city id; }
    })");
    CheckedText checked(*model, "市,ID\nA,1\nA,2\nA,1\n");
    UniqueKeys keys(checked.inspector);
    keys.watch(checked.batch, checked.inspection);
    REQUIRE(checked.places() == Places{"3:1 U500"});
    CHECK(checked.inspection.findings.front().value == "A / 1");
    CHECK(checked.inspection.findings.front().expected == "市 / ID");
    CHECK(checked.inspection.levels[2] == Level::lv1);
}

TEST_CASE("what follows from missing columns is not said again of every record, unless it weighs") {
    static const WrittenModel model(R"(model test version "1" {
        class Site "所" {
            name "名称" : text 1..1 required;
            flood "洪水" : text 1..1 required;
            fire "火災" : text 1..1 required;
            rule some none warning "どれにも印がありません。" when name : flood or fire;
            rule both LV2 error "印がありません。" when name : flood;
        }
    })");
    CHECK(CheckedText(*model, "名称\n甲\n乙\n").places() ==
          std::vector<std::string>{"1:1 Site.both", "2:1 Site.both"});
    CHECK(CheckedText(*model, "名称,火災\n甲,\n").places() ==
          std::vector<std::string>{"1:2 R401", "1:2 Site.some", "1:1 Site.both"});
}

TEST_CASE("asked for levels only, an inspection gives the levels of a full one and what blocks them") {
    const WrittenModel model(R"(model test version "1" {
        class Site "施設" {
            id "ID" : half_alnum 0..1 required;
            open "開設日" : date 0..1;
            close "閉鎖日" : date 0..1;
            rule order LV1 error "順が逆です" when open and close : open <= close;
            rule closed LV1 warning "閉鎖日がありません" when open : close;
            rule named none error "IDがありません" when open : id;
            unique id;
        }
    })");
    const char* const csv =
        "ID,開設日,閉鎖日\na1,2024-04-18,2023-01-01\na2,2024-04-18,\n,2024-04-18,2024-05-01\na2,,2024-01-01\n"
        "a4,令和6年4月18日,\n,,\na5,x,2024-01-01\n";
    const CheckedText full(*model, csv);
    InspectionOptions options;
    options.levels_only = true;
    const CheckedText levels(*model, csv, options);
    CHECK(levels.inspection.levels == full.inspection.levels);
    CHECK(levels.inspection.keys == full.inspection.keys);
    Places blocking;
    for (const Finding& finding : full.inspection.findings) {
        if (finding.blocks != Level::none) blocking.emplace_back(finding.rule.text);
    }
    Places told;
    for (const Finding& finding : levels.inspection.findings) {
        if (finding.blocks != Level::none) told.emplace_back(finding.rule.text);
    }
    CHECK(told == blocking);
    CHECK(levels.inspection.findings.size() < full.inspection.findings.size());
}
