// The hard cases of docs/hard-cases.md that need a whole table: sums, keys, editions, what stands where.
#include <catch2/catch.hpp>

#include "grammars/formats/rule_ids.hpp"
#include "models/engine/model_set.hpp"
#include "models/engine/transformer.hpp"
#include "models/engine/unique_keys.hpp"
#include "models/rules/rule_ids.hpp"
#include "tests/support/checked_text.hpp"
#include "tests/support/written_model.hpp"

using namespace daicho;
using Strings = std::vector<std::string>;

namespace {

/// "record rule" of every key that an earlier record has.
Strings duplicates(const Model& model, const std::string& csv) {
    CheckedText checked(model, csv);
    UniqueKeys keys(checked.inspector);
    const std::size_t before = checked.inspection.findings.size();
    keys.watch(checked.batch, checked.inspection);
    Strings all;
    for (const auto& finding : checked.inspection.findings) {
        if (finding.rule == rules::duplicate_key) all.push_back(std::to_string(finding.record));
    }
    REQUIRE(checked.inspection.findings.size() == before + all.size());
    return all;
}

/// "column rule detail" of what is said about headers whose columns hold something else.
Strings other_contents(const Model& model, const std::string& csv) {
    const CheckedText checked(model, csv);
    ColumnSamples samples(checked.reader->columns());
    samples.add(checked.batch);
    Binding binding = checked.binding;
    const std::size_t before = binding.findings.size();
    compare_contents(model, checked.reader->header(), samples, {}, binding);
    Strings all;
    for (std::size_t i = before; i < binding.findings.size(); ++i) {
        const auto& finding = binding.findings[i];
        all.push_back(std::to_string(finding.column) + " " + std::string(finding.rule.text) + " " +
                      finding.detail);
    }
    return all;
}

Strings headers_of_result(const Model& model, const std::string& csv) {
    const CheckedText checked(model, csv);
    Strings headers;
    const Transformer transformer(checked.inspector, {});
    for (const auto& column : transformer.columns()) headers.push_back(column.header);
    return headers;
}

std::string suggested(const Model& model, const std::string& header) {
    const Strings headers{header};
    const Binding binding = bind_columns(model, headers, {});
    return binding.columns.front().slot ? "(bound)" : binding.columns.front().suggestion;
}

}  // namespace

TEST_CASE("hard case 25: a sum is compared with its parts, signs and units read, missing parts left out") {
    const WrittenModel model(R"(model t version "1" { class Sheet "貸借対照表" {
        current "流動資産" : yen; fixed "固定資産" : yen; deferred "繰延資産" : yen; total "資産合計" : yen;
        rule total-of-assets LV1 warning "資産合計が内訳の合計と違います" en "the total differs from its parts"
            when total : number(total) = sum(number(current), number(fixed), number(deferred));
    } })");
    const CheckedText checked(
        *model,
        "流動資産,固定資産,繰延資産,資産合計\n"
        "100,20,3,123\n100,20,,120\n△100,20,,-80\n1千円,20,,1020\n100,20,3,124\n100,x,,124\n");
    CHECK(checked.places() == Strings{"3:1 T251", "4:1 T251", "5:1 Sheet.total-of-assets", "6:2 T250"});
}

TEST_CASE("hard case 26: one licence a row is unique in person and licence, a person a row in the person") {
    const std::string start =
        "model t version \"1\" { class Row { person \"個人ID\" : half; licence \"資格\" : text; unique ";
    const std::string csv = "個人ID,資格\n1,医師\n1,弁護士\n2,医師\n1,医師\n,医師\n,医師\n";
    CHECK(duplicates(*WrittenModel(start + "person licence; } }"), csv) == Strings{"4"});
    CHECK(duplicates(*WrittenModel(start + "person; } }"), csv) == Strings{"2", "4"});
}

TEST_CASE(
    "hard case 30: line ends in cells, lone CR, NUL and a broken quote cost what they touch and no more") {
    const auto rules_of = [](const std::string& csv) {
        ModelSet models;
        const CheckedText checked(models.get("EventNotice"), csv);
        Strings all;
        for (const auto& finding : checked.inspection.findings) all.emplace_back(finding.rule.text);
        return all;
    };
    CHECK(rules_of("タイトル,説明\n\"朝\n市\",x\n夜市,y\n") == Strings{"C212"});
    CHECK(rules_of("タイトル,説明\r朝市,x\r夜市,y\r") == Strings{});
    const std::string nul = std::string("タイトル,説明\n朝") + '\0' + "市,x\n夜市,y\n";
    CHECK(rules_of(nul).front() == "F005");
}

TEST_CASE("hard case 31: exchanged columns show where their values are of other kinds or codes") {
    ModelSet models;
    const Model& site = models.get("Facility");
    CHECK(other_contents(site,
                         "名称,開始時刻,メールアドレス\na,a@example.jp,09:00\nb,b@example.jp,09:30\n"
                         "c,c@example.jp,10:00\n") ==
          Strings{"2 M607 メールアドレス", "3 M607 時刻（時分）"});
    const WrittenModel waste(R"(model t version "1" {
        class Waste { thing "品目" : text; sort "分別区分" : code SortList as label; }
        codes SortList "分別区分一覧" { 1 "可燃ごみ"; 2 "資源"; 3 "粗大ごみ"; } })");
    CHECK(other_contents(*waste, "品目,分別区分\n可燃ごみ,紙くず\n資源,びん\n粗大ごみ,机\n") ==
          Strings{"2 M607 "});
    CHECK(other_contents(*waste, "品目,分別区分\n紙くず,可燃ごみ\nびん,資源\n机,粗大ごみ\n") == Strings{});
    // One value in all cells is enough where it is of another kind; one record is not.
    CHECK(other_contents(site, "名称,連絡先メールアドレス\nA,石川県\nB,石川県\nC,石川県\n") ==
          Strings{"2 M607 都道府県"});
    CHECK(other_contents(site, "名称,連絡先メールアドレス\nA,未定\nB,未定\nC,未定\n") == Strings{});
    CHECK(other_contents(site, "名称,連絡先メールアドレス\nA,石川県\n") == Strings{});
}

TEST_CASE("hard case 33: headers of earlier editions are read, and transform writes those of today") {
    ModelSet models;
    CHECK(headers_of_result(models.get("EvacuationSpace"), "NO,名称\n1,a\n")[0] == "ID");
    const WrittenModel model(R"(model t version "2" { class Site {
        id "ID" : half legacy "NO"; toilets "バリアフリートイレ数" : integer legacy "多機能トイレ数"; } })");
    CHECK(headers_of_result(*model, "NO,多機能トイレ数\n1,2\n") == Strings{"ID", "バリアフリートイレ数"});
    const CheckedText both(*model, "ID,NO,多機能トイレ数\n1,2,3\n");
    REQUIRE(both.binding.findings.size() == 1);
    CHECK(both.binding.findings.front().rule == rules::ambiguous_header);
}

TEST_CASE("hard case 34: what a registry knows depends on the day that the data speak of") {
    struct Registry : ReferenceData {
        void find(std::string_view, std::span<const std::string_view> keys, std::string_view as_of,
                  std::span<ReferenceAnswer> answers) const override {
            for (std::size_t i = 0; i < keys.size(); ++i) {
                answers[i].known = as_of == "2019-04-01" ? ReferenceAnswer::Known::present
                                   : keys[i] == "131016" ? ReferenceAnswer::Known::not_covered
                                                         : ReferenceAnswer::Known::absent;
            }
        }
    } registry;
    ModelSet models;
    const auto places = [&](const std::string& as_of) {
        InspectionOptions options;
        options.reference = &registry;
        options.as_of = as_of;
        const CheckedText checked(models.get("Address"), "全国地方公共団体コード\n131016\n221317\n", options);
        for (const auto& finding : checked.inspection.findings) CHECK(finding.severity == Severity::warning);
        return checked.places();
    };
    CHECK(places("2019-04-01") == Strings{});
    CHECK(places("2026-04-01") == Strings{"2:1 K303"});
}

TEST_CASE("hard case 35: own columns are welcome, a misspelt item gets the name of the nearest") {
    ModelSet models;
    const Model& site = models.get("Facility");
    CHECK(suggested(site, "登録日").empty());
    CHECK(suggested(site, "availableDateTimeDescription") == "利用可能日時説明");
    CHECK(suggested(site, "利用可能日時説名") == "利用可能日時説明");
    CHECK(suggested(site, "軽度").empty());
    CHECK(suggested(site, "施設住所") == "(bound)");
    CHECK(suggested(site, "連絡先情報").empty());
    const CheckedText checked(site, "ID,名称,名称カナ,所在地,登録日\n1,a,カ,東京都千代田区1,R6.4.1\n");
    CHECK(checked.places() == Strings{});
    CHECK(checked.binding.findings.front().severity == Severity::info);
}
