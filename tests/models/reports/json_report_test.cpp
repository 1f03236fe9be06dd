#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/models/reports/sample_findings.hpp"

namespace daicho {

namespace {

std::string report(std::string_view kind, const std::vector<Finding>& findings, ReportOptions options = {},
                   const FileFacts& facts = sample_facts()) {
    std::ostringstream out;
    options.language = Language::en;
    const auto report = make_report(kind, out, options);
    report->begin_file(facts);
    for (const Finding& finding : findings) report->add(finding);
    report->end_file(sample_verdict());
    report->finish();
    return out.str();
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the JSON report has the keys that others rely on") {
    const std::string text = report("json", {phone_finding(1)});
    CAPTURE(text);
    CHECK(
        text.starts_with(R"({"files":[{"path":"shelters.csv","encoding":"UTF-8","bom":true,"newline":"crlf",)"
                         R"("delimiter":",","header_line":1,"model":"gif.municipal/EvacuationSpace",)"));
    CHECK(has(text, R"("findings":[{"rule":"T251","name":"other-notation","severity":"error","level":"LV1",)"
                    R"("record":1,"line":2,"column":2,"header":"TEL","item":"telephoneNumber","span":[0,12],)"
                    R"("value":"03-1234-5678","expected":"(03)5253-5111",)"
                    R"("repair":{"kind":"normal-form","value":"(03)1234-5678"},"message":")"));
    CHECK(has(text, R"("records":1234,"level":"none","levels":{"none":2,"LV1":1232,"LV2":0,"LV2s":0},)"
                    R"("pattern":"MP01","lacking":["id"],"summary":{"errors":1,"warnings":0,"infos":0,)"
                    R"("listed":1,"safe_repairs":1,)"));
    CHECK(text.ends_with("}]}\n"));
}

TEST_CASE("the place in a JSON table is a pointer beside line and position") {
    Finding finding = phone_finding(3);
    finding.place = {7, 5, 2};
    const std::string text = report("json", {finding, missing_column_finding()}, {}, sample_json_facts());
    CAPTURE(text);
    CHECK(text.starts_with(R"({"files":[{"path":"shelters.json","format":"json","header_line":0,"model":)"));
    CHECK(has(text, R"("record":3,"line":7,"position":5,"place":"/items/2/TEL","column":2,"header":"TEL",)"));
    CHECK(has(text, R"("record":null,"line":null,"position":null,"place":"/items","column":null,)"));
}

TEST_CASE("a report without files is a document as well") {
    std::ostringstream out;
    const auto empty = make_report("json", out, {});
    empty->finish();
    CHECK(out.str() == "{\"files\":[]}\n");
}

TEST_CASE("the list is capped and the totals are exact") {
    std::vector<Finding> findings;
    for (std::uint64_t i = 1; i <= 50; ++i) findings.push_back(phone_finding(i));
    const std::string capped = report("jsonl", findings, {.max_findings = 10});
    CHECK(std::count(capped.begin(), capped.end(), '\n') == 11);
    CHECK(has(capped, R"("errors":50,"warnings":0,"infos":0,"listed":10)"));
    const std::string per_rule = report("jsonl", findings, {.max_per_rule = 3});
    CHECK(std::count(per_rule.begin(), per_rule.end(), '\n') == 4);
    const std::string all = report("jsonl", findings, {.max_findings = 0});
    CHECK(std::count(all.begin(), all.end(), '\n') == 51);
}

TEST_CASE("confidential values are masked unless they are asked for") {
    const std::string hidden = report("json", {confidential_finding()});
    CHECK(!has(hidden, "123456789012"));
    CHECK(!has(hidden, "it would be 8"));
    const std::string open = report("json", {confidential_finding()}, {.show_values = true});
    CHECK(has(open, "\"value\":\"123456789012\""));
}

TEST_CASE("a huge value is cut between characters and its size is told") {
    Finding finding = phone_finding(1);
    finding.value.clear();
    for (int i = 0; i < 3000; ++i) finding.value += "東";
    const std::string text = report("jsonl", {finding});
    CHECK(has(text, "\"value_bytes\":9000"));
    CHECK(text.size() < 8000);
    CHECK(!has(text, "\xEF\xBF\xBD"));
}

}  // namespace daicho
