// The hard cases of docs/hard-cases.md that a model decides: headers, patterns, codes, nested classes.
#include <algorithm>
#include <catch2/catch.hpp>

#include "grammars/values/latitude.hpp"
#include "models/engine/model_set.hpp"
#include "models/rules/rule_ids.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Strings = std::vector<std::string>;

namespace {

/// The items that headers stand for, "-" for own columns.
Strings items(const Model& model, const Strings& headers) {
    const Binding binding = bind_columns(model, headers, {});
    Strings paths;
    for (const auto& column : binding.columns)
        paths.push_back(column.slot ? model.slots[*column.slot].path : "-");
    return paths;
}

/// "column rule detail" of every finding about the headers.
Strings header_findings(const Model& model, const Strings& headers) {
    Strings all;
    for (const auto& finding : bind_columns(model, headers, {}).findings) {
        all.push_back(std::to_string(finding.column) + " " + std::string(finding.rule.text) + " " +
                      finding.detail);
    }
    return all;
}

/// The items that the required pattern asks for and the table lacks.
Strings missing(const CheckedText& checked) {
    Strings all;
    for (const auto& finding : checked.inspector.missing_columns()) all.emplace_back(finding.detail);
    return all;
}

const std::string full_address = "全国地方公共団体コード,町字ID,都道府県,市区町村,町字,番地以下,連結表記";
const std::string full_record = "131016,0008001,東京都,千代田区,紀尾井町,1-3,東京都千代田区紀尾井町1-3";

}  // namespace

TEST_CASE(
    "hard case 1: a required item may be empty where the pattern says so, but its column must be there") {
    ModelSet models;
    const Model& address = models.get("Address");
    CHECK(missing(CheckedText(address, full_address + "\n" + full_record + "\n")) ==
          Strings{"建物名等(方書)"});

    const CheckedText empty(address, full_address + ",建物名等\n" + full_record + ",\n");
    CHECK(empty.places() == Strings{});
    CHECK(empty.inspection.levels == std::vector<std::optional<Level>>{Level::lv2s});

    const CheckedText marks(address,
                            full_address + ",建物名等\n" + full_record + ",-\n" + full_record + ",なし\n");
    CHECK(marks.places() == Strings{"1:8 T270", "2:8 T270"});
    CHECK(marks.inspection.levels == std::vector<std::optional<Level>>{Level::none, Level::none});
}

TEST_CASE("hard case 1: a mark in place of a required text is no text") {
    ModelSet models;
    const CheckedText marks(models.get("EventNotice"), "タイトル,説明\n-,ＮＵＬＬ\nなし,特になし\n");
    CHECK(marks.places() == Strings{"1:1 T270", "1:2 T270"});
}

TEST_CASE(
    "hard case 2: the code for the unknown is one of the list, and a mark for it in another item is not") {
    ModelSet models;
    const CheckedText people(models.get("Person"), "性別,国籍,生年月日\n9,XXX,\n0,JPN,9999-99-99\n3,JPN,\n");
    CHECK(people.places() == Strings{"2:3 T255", "3:1 K300"});
    const CheckedText sites(models.get("Facility"), "駐車場有無,利用可能曜日\n9,\n2,9\n");
    CHECK(sites.places() == Strings{"2:2 T255"});
}

TEST_CASE("hard case 9: a town id needs its municipality code, and an abolished code is a warning") {
    ModelSet models;
    const Model& address = models.get("Address");
    CHECK(CheckedText(address, "町字ID,全国地方公共団体コード,連結表記\n0008001,,東京都千代田区紀尾井町1-3\n")
              .places() == Strings{"1:2 R401", "1:2 Address.town-id-with-code"});
    // Without the column of the code it is the column that is missing, and no more is said of each record.
    const CheckedText without(address, "町字ID,連結表記\n0008001,東京都千代田区紀尾井町1-3\n");
    CHECK(without.places() == Strings{});
    const auto& missing = without.inspector.missing_columns();
    CHECK(std::ranges::count(missing, "localGovernmentCode", &Finding::item) == 1);

    struct Registry : ReferenceData {
        void find(std::string_view, std::span<const std::string_view> keys, std::string_view as_of,
                  std::span<ReferenceAnswer> answers) const override {
            for (std::size_t i = 0; i < keys.size(); ++i) {
                const bool ended = keys[i] == "222151" && (as_of.empty() || as_of >= "2024-01-01");
                answers[i].known = ended ? ReferenceAnswer::Known::ended : ReferenceAnswer::Known::present;
                if (ended) answers[i].successor = "221384";
            }
        }
    } registry;
    InspectionOptions options;
    options.reference = &registry;
    const CheckedText today(address, "全国地方公共団体コード\n222151\n131016\n", options);
    REQUIRE(today.places() == Strings{"1:1 K304"});
    CHECK(today.inspection.findings.front().severity == Severity::warning);
    CHECK(today.inspection.findings.front().detail == "221384");
    options.as_of = "2019-04-01";
    CHECK(CheckedText(address, "全国地方公共団体コード\n222151\n", options).places() == Strings{});
}

TEST_CASE("hard case 10: coordinates in two columns that are exchanged, zero, or not both there") {
    ModelSet models;
    const Model& address = models.get("Address");
    const auto places = [&](const std::string& row) {
        return CheckedText(address, "緯度,経度,座標参照系コード\n" + row + "\n").places();
    };
    CHECK(places("139.88,36.55,EPSG:6668") == Strings{"1:1 T261"});
    CHECK(places("0,0,EPSG:6668") == Strings{"1:1 Address.coordinates-not-zero"});
    CHECK(places("36.55,139.88,") == Strings{});
    CHECK(places("36.55,,EPSG:6668") ==
          Strings{"1:1 Address.coordinates-together", "1:1 Address.coordinates-of-reference-system"});
    CHECK(places("36.55,139.88,EPSG:4301") == Strings{});
    CHECK(places("36.55,139.88,世界測地系") == Strings{"1:3 C210"});
    CHECK(address.slots[*address.find_slot("latitudeOfRepresentativePoint")].kind == &latitude_type);
}

TEST_CASE("hard case 15: headers in other brackets, width and order are the item; a second column is not") {
    ModelSet models;
    const Model& person = models.get("Person");
    for (const char* header : {"氏(カナ)", "氏（カナ）", "氏_カナ", "氏＿カナ", "氏 (ｶﾅ)", "familyNameKana"})
        CHECK(items(person, {header}) == Strings{"familyNameKana"});
    CHECK(items(person, {"フリガナ", "氏名（カナ）"}) == Strings{"-", "fullNameKana"});
    CHECK(header_findings(person, {"備考", "remark"}) == Strings{"2 M602 備考"});
    // That the same header stands there again is told where it is read (S104).
    CHECK(header_findings(person, {"備考", "備考"}) == Strings{});

    const Model& site = models.get("Facility");
    CHECK(items(site, {"ID", "名称", "状態", "連絡先名称"}) ==
          Strings{"id", "name", "status", "contactPointInformation.contactPointName"});
    CHECK(items(site, {"アクセシビリティ情報_備考", "子供預かり情報_備考"}) ==
          Strings{"accessibilityInformation.remark", "childcareInformation.remark"});
}

TEST_CASE("hard case 16: items of one English name keep their own type in each class") {
    ModelSet models;
    const auto kind_of = [&](const char* model, const char* path) {
        const Model& of = models.get(model);
        const Slot& slot = of.slots[*of.find_slot(path)];
        return slot.kind ? std::string(slot.kind->name) : slot.codes->name();
    };
    CHECK(kind_of("Event", "capacity") == "people");
    CHECK(kind_of("Person", "address.streetAddress") == "street_address");
    CHECK(kind_of("Facility", "parkingStatus") == "StatusCodeList");
    CHECK(kind_of("Facility", "feeStatus") == "text");
}

TEST_CASE("hard case 17: classes that nest themselves have an end, and references may go round") {
    ModelSet models;
    const Model& person = models.get("Person");
    CHECK_FALSE(person.find_slot("roleInformation.involved.roleInformation.involved.fullName"));
    const Model& site = models.get("Facility");
    CHECK_FALSE(site.find_slot("relatedFacility.relatedFacility.name"));
    for (const auto& slot : site.slots) CHECK(std::ranges::count(slot.path, '.') <= 4);

    const WrittenModel parents(
        "model t version \"1\" { class Site { id \"ID\" : half 1..1 required; "
        "parent \"親ID\" : half 0..1; reference parent to id; } }");
    CHECK(CheckedText(*parents, "ID,親ID\na,b\nb,a\nc,c\n").places() == Strings{});
}

TEST_CASE("hard case 18: the pattern that lacks least is reported, with what it lacks") {
    ModelSet models;
    const Model& address = models.get("Address");
    const auto best = [&](const std::string& header) {
        const CheckedText checked(address, header + "\n");
        std::string text = checked.inspector.pattern().name;
        for (const auto& label : missing(checked)) text += " " + label;
        return text;
    };
    CHECK(best(full_address + ",建物名等") == "MP01");
    CHECK(best("都道府県,市区町村,町字,番地以下,建物名等,連結表記") == "MP06");
    CHECK(best("都道府県,市区町村,町字,建物名等,連結表記") == "MP06 番地以下");
    CHECK(best("全国地方公共団体コード,町字ID,建物名等") == "MP03 連結表記");
    CHECK(best("連結表記,郵便番号,国") == "MP07");

    InspectionOptions options;
    options.pattern = "MP02";
    const CheckedText asked(address, full_address + ",建物名等\n", options);
    CHECK(missing(asked) == Strings{"町字以下"});
}

TEST_CASE("hard case 19: a person and a legal entity in one record are told apart or reported") {
    const WrittenModel model(R"(model t version "1" {
        class Request "申請" { applicant "申請者" : one of Person | LegalEntity; }
        class Person "個人" { familyName "氏" : text; address "住所" : text; }
        class LegalEntity "法人" { tradeName "商号" : text; address "住所" : text; }
    })");
    const CheckedText checked(
        *model, "申請者_氏,申請者_商号,申請者_住所\n山田,,東京\n,ＧＩＦ,東京\n,,東京\n山田,ＧＩＦ,東京\n");
    REQUIRE(checked.places() == Strings{"4:2 M608"});
    CHECK(checked.inspection.findings.front().detail == "申請者: 個人, 法人");
}

TEST_CASE("hard case 20: codes that lost zeros, labels for codes, and two columns for one code") {
    const WrittenModel model(R"(model t version "1" {
        class Row { kind "種別" : code KindList; form "形" : code KindList as label; }
        codes KindList "種別一覧" { 01 "学校"; 02 "公園"; 10 "寺"; }
    })");
    const CheckedText checked(*model, "種別,形\n01,学校\n1,公園\n公園,02\n11,山\n");
    REQUIRE(checked.places() == Strings{"2:1 T251", "3:1 K302", "3:2 T251", "4:1 K300", "4:2 K300"});
    CHECK(checked.inspection.findings[0].repair.value == "01");
    CHECK(checked.inspection.findings[1].repair.value == "02");
    CHECK(checked.inspection.findings[2].repair.value == "公園");
    CHECK(checked.inspection.findings[0].expected == "01, 02, 10");

    ModelSet models;
    CHECK(header_findings(models.get("Person"), {"性別コード", "性別"}) == Strings{"1 M602 性別"});
    CHECK(items(models.get("Person"), {"性別コード"}) == Strings{"sex"});
}

TEST_CASE("hard case 21: lists without values take any code, a code listed twice goes by both labels") {
    const WrittenModel model(R"(model t version "1" {
        class Row { subject "教科" : code SubjectList; kind "種別" : code KindList; }
        codes SubjectList "教科一覧" values unknown open;
        codes KindList "種別一覧" { 219 "甲"; 219 "乙"; 220 "丙"; }
    })");
    const CheckedText checked(*model, "教科,種別\nX1,219\nX2,乙\nX3,甲\nX4,221\n");
    REQUIRE(checked.places() == Strings{"2:2 K302", "3:2 K302", "4:2 K300"});
    CHECK(checked.inspection.findings[0].repair.value == "219");
    CHECK(checked.inspection.findings[1].repair.value == "219");
}

TEST_CASE("hard case 22: lists in a cell, their separator in full width or at the end, and text with one") {
    const WrittenModel model(R"(model t version "1" { class Row {
        tag "タグ" : text 0..n list ";"; note "備考" : text; days "曜日" : weekday_code; } })");
    const CheckedText checked(
        *model, "タグ,備考,曜日\nあ;い,あ;い；う,12345\nあ；い,,月火水木金\nあ;い;,,\"1,2,3,4,5\"\n");
    REQUIRE(checked.places() == Strings{"2:1 T251", "2:3 T251", "3:1 T251", "3:3 T251"});
    const auto& found = checked.inspection.findings;
    CHECK(found[0].repair.kind == RepairKind::guess);
    CHECK(found[0].repair.value == "あ;い");
    CHECK(found[0].expected == "文字列;文字列");
    CHECK(found[1].repair.value == "12345");
    CHECK(found[2].repair.kind == RepairKind::normal_form);
    CHECK(found[2].repair.value == "あ;い");
    CHECK(found[3].repair.value == "12345");
}

TEST_CASE("hard case 23: nested classes with items of one name, and totals among the rows of facilities") {
    const WrittenModel model(R"(model t version "1" {
        class Base "活動拠点情報" { name "名称" : text; base "活動拠点" : class Site; }
        class Site "拠点" { base "活動拠点" : text; name "名称" : text; }
    })");
    CHECK(items(*model, {"名称", "活動拠点_名称", "活動拠点_活動拠点"}) ==
          Strings{"name", "base.name", "base.base"});
    CHECK(header_findings(*model, {"活動拠点", "活動拠点_活動拠点"}) == Strings{"2 M602 活動拠点"});

    ModelSet models;
    const CheckedText totals(
        models.get("ShelterOpeningByPrefecture"),
        "地方公共団体コード,都道府県名,避難所数,避難者数\n130001,東京都,3,900\n131016,東京都,1,20\n");
    CHECK(totals.places() == Strings{"2:1 ShelterOpeningByPrefecture.prefecture-code"});
}

TEST_CASE(
    "hard case 24: a name that stands many times, and groups that a table repeats in numbered columns") {
    const WrittenModel model(R"(model t version "1" {
        class Pupil "児童" { name "氏名" : text; father "父" : class Parent; mother "母" : class Parent;
            family "家族" : class Parent 0..n; }
        class Parent "保護者" { name "氏名" : text number "1.2.1.4"; birth "生年月日" : date; }
    })");
    CHECK(items(*model, {"氏名", "父_氏名", "母_氏名"}) == Strings{"name", "father.name", "mother.name"});
    const Strings headers{"家族1_氏名", "家族1_生年月日", "家族2_氏名", "家族2_生年月日"};
    const Binding binding = bind_columns(*model, headers, {});
    CHECK(items(*model, headers) == Strings{"family.name", "family.birth", "family.name", "family.birth"});
    CHECK(binding.columns[2].repetition == 2);
    CHECK(CheckedText(*model, "家族1_生年月日,家族2_生年月日\n2000-01-01,H1.2.3\n").places() ==
          Strings{"1:2 T251"});
}

TEST_CASE("the name in the family register and its parts beside it are compared letter by letter") {
    ModelSet models;
    const Model& person = models.get("Person");
    const auto told = [&](const std::string& cells) {
        return CheckedText(person, "戸籍氏名,戸籍氏,戸籍名\n" + cells + "\n").places();
    };
    CHECK(told("髙橋 太郎,髙橋,太郎") == Strings{});
    CHECK(told("髙橋 太郎,髙橋,") == Strings{});
    CHECK(told("髙橋 太郎,,") == Strings{});
    CHECK(told("髙橋 太郎,髙槗,太郎") == Strings{"1:1 Person.register-name-parts"});
    CHECK(told("髙橋 太郎,,次郎") == Strings{"1:1 Person.register-name-parts"});
}
