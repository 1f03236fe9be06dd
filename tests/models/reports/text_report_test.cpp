#include <sstream>

#include <catch2/catch.hpp>

#include "models/rules/rule_ids.hpp"
#include "tests/models/reports/sample_findings.hpp"

namespace daicho {

namespace {

std::string report(const std::vector<Finding>& findings, ReportOptions options,
                   const FileFacts& facts = sample_facts()) {
    std::ostringstream out;
    options.fix_command = [](const FileFacts& of) { return "fix " + of.path; };
    const auto report = make_report("text", out, options);
    report->begin_file(facts);
    for (const Finding& finding : findings) report->add(finding);
    report->end_file(sample_verdict());
    report->finish();
    return out.str();
}

std::vector<Finding> some_findings() {
    return {missing_column_finding(), phone_finding(1), phone_finding(2),
            phone_finding(3),         phone_finding(4), confidential_finding()};
}

}  // namespace

TEST_CASE("the text report tells places as the format of the table does") {
    Finding finding = phone_finding(3);
    finding.place = {7, 5, 2};
    FileFacts facts = sample_json_facts();
    const std::string json = report({finding}, {}, facts);
    CAPTURE(json);
    CHECK(json.find("shelters.json\n  JSON、レコード 1,234件\n") == 0);
    CHECK(json.find("    /items/2/TEL（7行目）: ") != std::string::npos);
    facts.form.places = {PlaceForm::Kind::cell, "一覧"};
    CHECK(report({finding}, {}, facts).find("    一覧!B7: ") != std::string::npos);
    facts.form.places = {PlaceForm::Kind::line_pointer, ""};
    CHECK(report({finding}, {.language = Language::en}, facts).find("    line 7 /TEL: ") !=
          std::string::npos);
    facts.form.places = {PlaceForm::Kind::path, "/list/item"};
    CHECK(report({finding}, {}, facts).find("    /list/item[3]/TEL（7行目）: ") != std::string::npos);
}

TEST_CASE("the text report tells a clerk what is wrong, where, and what to do") {
    CHECK(report(some_findings(), {}) == 1 + R"(
shelters.csv
  UTF-8（BOMあり）、改行 CRLF、区切り カンマ、見出し 1行目、レコード 1,234件
  モデル: gif.municipal/EvacuationSpace 指定緊急避難場所
  項目に対応した列: 2/3
  モデルの項目に対応しない列: 余白

誤り K310 検査用数字が合わない: 番号（1列目）  1件
    10行目: 「＊＊＊」の検査用数字が合いません。番号を元の資料で確かめてください。
誤り R400 必須項目の列がない  1件
    必須の項目「ID」の列がありません。列を加えてください。
誤り T251 GIFの標準の表記と違う: TEL（2列目）  4件（うち自動修正可 4件）
    2行目、3行目、4行目: 「03-1234-5678」はGIFの標準の表記と違います（例: (03)5253-5111）。「(03)1234-5678」と書きます。
    ほか 1件

合計: 誤り 6件、警告 0件、情報 0件
準拠レベル: LV1未満（レコード: LV1未満 2件、LV1 1,232件）
必須パターン: MP01（不足している項目: id）
LV1達成に修正が必要な箇所:
  T251 GIFの標準の表記と違う: TEL（2列目）  4件（うち自動修正可 4件）
  K310 検査用数字が合わない: 番号（1列目）  1件
次の操作:
  自動で安全に修正できる指摘4件を修正する: fix shelters.csv
  規則の説明を読む: daicho rules explain K310

)");
}

TEST_CASE("the text report speaks English when asked to") {
    const std::string text = report({phone_finding(1)}, {.language = Language::en});
    CHECK(text.find("error T251 Not in the GIF standard form: TEL (column 2)  1 (1 fixable)\n") !=
          std::string::npos);
    CHECK(text.find("line 2: '03-1234-5678' is not in the GIF standard form") != std::string::npos);
    CHECK(text.find("to be fixed for LV1:\n") != std::string::npos);
}

TEST_CASE("colours are used only when asked for") {
    CHECK(report(some_findings(), {}).find('\x1b') == std::string::npos);
    CHECK(report(some_findings(), {.colour = true}).find("\x1b[1;31m誤り\x1b[0m") != std::string::npos);
}

TEST_CASE("the number of places of each rule can be chosen") {
    const std::string text = report(some_findings(), {.max_per_rule = 1});
    CHECK(text.find("ほか 3件") != std::string::npos);
}

TEST_CASE("a text report lists three places of each rule, and all where that is asked for") {
    CHECK(report(some_findings(), {}).find("ほか 1件") != std::string::npos);
    const std::string all = report(some_findings(), {.max_per_rule = 0});
    CHECK(all.find("ほか ") == std::string::npos);
    CHECK(all.size() > report(some_findings(), {}).size());
}

TEST_CASE("a column of which all records say the same is summed up with one place") {
    std::vector<Finding> findings;
    for (std::uint64_t record = 1; record <= sample_verdict().records; ++record)
        findings.push_back(phone_finding(record));
    const std::string text = report(findings, {});
    CHECK(text.find("\n    2行目: ") != std::string::npos);
    CHECK(text.find("\n    3行目: ") == std::string::npos);
    CHECK(text.find("ほか 1,233件（列のほぼ全体に同じことが言えます）") != std::string::npos);
    CHECK(report(findings, {.max_per_rule = 5}).find("\n    6行目: ") != std::string::npos);
}

TEST_CASE("what is only worth knowing has one line for each rule, with the columns") {
    std::vector<Finding> findings;
    for (std::uint32_t column = 3; column < 15; ++column) {
        Finding& finding = findings.emplace_back();
        finding.rule = {"M603"};
        finding.severity = Severity::info;
        finding.column = column;
        finding.header = "列";
    }
    const std::string text = report(findings, {});
    CHECK(
        text.find("情報 M603 内容から項目を判断した  12件\n    列、列、列、列、列、列、列、列、ほか 4件\n") !=
        std::string::npos);
    CHECK(report(findings, {.max_per_rule = 0}).find("M603 内容から項目を判断した: 列（14列目）  1件") !=
          std::string::npos);
}

TEST_CASE(
    "what is said word for word again is said once, and notations that are written alike are shown once") {
    std::vector<Finding> findings;
    for (std::uint64_t record = 1; record <= 40; ++record) {
        Finding finding = phone_finding(record);
        const bool wide = record == 30;
        finding.value = wide ? "（03）1234-5678" : "03-1234-56" + std::to_string(10 + record);
        findings.push_back(finding);
    }
    const std::string text = report(findings, {});
    CHECK(text.find("\n    2行目: 「03-1234-5611」") != std::string::npos);
    CHECK(text.find("03-1234-5612") == std::string::npos);
    CHECK(text.find("\n    31行目: 「（03）1234-5678」") != std::string::npos);
    CHECK(text.find("ほか 38件") != std::string::npos);
}

TEST_CASE("what has no repair of its own is shown place by place, however alike it is written") {
    std::vector<Finding> findings;
    for (std::uint64_t record = 1; record <= 3; ++record) {
        Finding finding = phone_finding(record);
        finding.repair = {};
        finding.value = "03-1234-56" + std::to_string(10 + record);
        findings.push_back(finding);
    }
    const std::string text = report(findings, {});
    for (const char* value : {"5611", "5612", "5613"}) CHECK(text.find(value) != std::string::npos);
}

TEST_CASE("what the top of the report says of the file is not a line of its own, and is counted") {
    std::vector<Finding> findings(2);
    findings[0].rule = {"F002"};
    findings[1].rule = {"F004"};
    for (Finding& finding : findings) finding.severity = Severity::info;
    const std::string text = report(findings, {});
    CHECK(text.find("UTF-8（BOMあり）、改行 CRLF（最後の行にはない）") != std::string::npos);
    CHECK(text.find("F002") == std::string::npos);
    CHECK(text.find("F004") == std::string::npos);
    CHECK(text.find("情報 2件") != std::string::npos);
    CHECK(report(findings, {.max_per_rule = 0}).find("F004") == std::string::npos);
}

TEST_CASE("columns of which the same is said once are one line") {
    std::vector<Finding> findings(3);
    for (std::uint32_t i = 0; i < 3; ++i) {
        findings[i].rule = {"S105"};
        findings[i].severity = Severity::warning;
        findings[i].column = i + 4;
    }
    const std::string text = report(findings, {});
    CHECK(text.find("警告 S105 見出しが空  3件\n    4列目、5列目、6列目: この列には") != std::string::npos);
}

TEST_CASE("what misleads comes before what is missing and what is written otherwise, whatever its severity") {
    Finding contradiction;
    contradiction.rule = {"R411"};
    contradiction.severity = Severity::warning;
    const std::string text = report({phone_finding(1), missing_column_finding(), contradiction}, {});
    CHECK(text.find("R411") < text.find("R400"));
    CHECK(text.find("R400") < text.find("T251"));
}

TEST_CASE("a list of cells names their sheet once") {
    std::vector<Finding> findings;
    for (std::uint64_t record = 1; record <= 3; ++record) {
        findings.push_back(phone_finding(record));
        findings.back().repair = {};
    }
    FileFacts facts = sample_facts();
    facts.form.places = {PlaceForm::Kind::cell, "一覧"};
    CHECK(report(findings, {}, facts).find("    一覧!B2、B3、B4: ") != std::string::npos);
}

TEST_CASE("the text of a rule of the model stands above its places and is not said there again") {
    FileFacts facts = sample_facts();
    facts.rules = RuleBook({written_rule({"Shelter.order"}, Severity::warning, Level::none,
                                         {"日付を確かめてください。", "check the dates"})});
    std::vector<Finding> findings{phone_finding(1), phone_finding(2)};
    for (Finding& finding : findings) {
        finding.rule = {"Shelter.order"};
        finding.repair = {};
        finding.detail = "開始日: 2024-05-0" + std::to_string(finding.record);
    }
    for (const std::string form : {"text", "markdown"}) {
        std::ostringstream out;
        const auto made = make_report(form, out, {});
        made->begin_file(facts);
        for (const Finding& finding : findings) made->add(finding);
        made->end_file(sample_verdict());
        made->finish();
        const std::string text = out.str();
        CAPTURE(text);
        const std::size_t title = text.find("日付を確かめてください。");
        REQUIRE(title != text.npos);
        const std::size_t end = form == "text" ? text.find("合計: ") : text.size();
        CHECK(text.substr(title + 1, end - title - 1).find("日付を確かめてください。") == text.npos);
        CHECK(text.find("2行目: 開始日: 2024-05-01") != text.npos);
    }
}

TEST_CASE("Markdown and HTML have one row for what is only worth knowing of several columns") {
    std::vector<Finding> findings;
    for (std::uint32_t column = 3; column < 15; ++column) {
        Finding& finding = findings.emplace_back();
        finding.rule = rules::own_column;
        finding.severity = Severity::info;
        finding.column = column;
        finding.header = "独自";
    }
    for (const std::string form : {"markdown", "html"}) {
        std::ostringstream out;
        const auto made = make_report(form, out, {});
        made->begin_file(sample_facts());
        for (const Finding& finding : findings) made->add(finding);
        made->end_file(sample_verdict());
        made->finish();
        const std::string text = out.str();
        CAPTURE(text);
        std::size_t rows = 0;
        const std::string row = form == "html" ? "<tr" : "\n| 情報";
        for (auto at = text.find(row); at != text.npos; at = text.find(row, at + 1)) ++rows;
        CHECK(rows == (form == "html" ? 4u : 1u));  // with the headers of two tables, counts and findings
        CHECK(text.find("独自、独自、独自、独自、独自、独自、独自、独自、ほか 4件") != text.npos);
    }
}

}  // namespace daicho
