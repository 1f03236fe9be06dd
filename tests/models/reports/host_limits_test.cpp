// What hosts take of a report is all that is in it, and what is left out is said.
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/formats/json_value.hpp"
#include "models/reports/report.hpp"
#include "tests/models/reports/sample_findings.hpp"

using namespace daicho;

namespace {

constexpr std::uint64_t host_limit = 25'000;

JsonValue report_of(std::string_view form, std::uint64_t findings, const ReportOptions& options) {
    std::ostringstream out;
    const auto report = make_report(form, out, options);
    report->begin_file(sample_facts());
    for (std::uint64_t i = 1; i <= findings; ++i) report->add(phone_finding(i));
    report->end_file(sample_verdict());
    report->finish();
    return *parse_json(out.str());
}

ReportOptions listing(std::uint64_t most) {
    ReportOptions options;
    options.language = Language::en;
    options.max_findings = most;
    return options;
}

void check_gitlab(std::uint64_t findings, std::uint64_t most, std::uint64_t told) {
    const JsonValue entries = report_of("gitlab", findings, listing(most));
    if (told == findings) {
        CHECK(entries.items.size() == told);
        return;
    }
    REQUIRE(entries.items.size() == told + 1);
    const JsonValue& note = entries.items.back();
    CHECK(note.text_of("check_name") == "left-out");
    CHECK(note.text_of("severity") == "info");
    CHECK(note.find("location")->text_of("path") == "shelters.csv");
    CHECK(note.text_of("description").find(std::to_string(findings - told)) != std::string::npos);
}

}  // namespace

TEST_CASE("a report for GitLab says how many findings are not in it") {
    check_gitlab(3, 0, 3);
    check_gitlab(12, 5, 5);
    check_gitlab(host_limit + 7, 0, host_limit);
}

TEST_CASE("a report as SARIF says how many findings are not in it") {
    const JsonValue report = report_of("sarif", host_limit + 7, listing(0));
    const JsonValue& run = report.find("runs")->items.front();
    CHECK(run.find("results")->items.size() == host_limit);
    const JsonValue& notes = *run.find("invocations")->items.front().find("toolExecutionNotifications");
    REQUIRE(notes.items.size() == 1);
    CHECK(notes.items.front().find("message")->text_of("text") == "not listed: 7 findings");
}

TEST_CASE(
    "SARIF names the program, says of each rule what hosts ask for, and has the fingerprint of GitHub") {
    ReportOptions options = listing(0);
    options.program_version = "1.2.3";
    options.homepage = "https://example.org/daicho";
    const auto run_of = [&](std::vector<Finding> findings) {
        std::ostringstream out;
        const auto report = make_report("sarif", out, options);
        report->begin_file(sample_facts());
        for (const Finding& finding : findings) report->add(finding);
        report->end_file(sample_verdict());
        report->finish();
        return parse_json(out.str())->find("runs")->items.front();
    };
    Finding own = phone_finding(3);
    own.rule = {"Shelter.no-such-rule"};  // in no book: it has no texts
    const JsonValue run = run_of({phone_finding(1), own});
    const JsonValue& driver = *run.find("tool")->find("driver");
    CHECK(driver.text_of("version") == "1.2.3");
    CHECK(driver.text_of("informationUri") == "https://example.org/daicho");
    REQUIRE(driver.find("rules")->items.size() == 2);
    for (const JsonValue& rule : driver.find("rules")->items) {
        for (const char* text : {"shortDescription", "fullDescription", "help"})
            CHECK(!rule.find(text)->text_of("text").empty());
    }
    const auto print_of = [](const JsonValue& result, std::string_view key) {
        return result.find("partialFingerprints")->text_of(key);
    };
    const JsonValue &first = run.find("results")->items[0], &other = run.find("results")->items[1];
    CHECK(print_of(first, "primaryLocationLineHash") == print_of(first, "daicho/v4"));
    CHECK(print_of(first, "primaryLocationLineHash") != print_of(other, "primaryLocationLineHash"));
    const JsonValue moved = run_of({own, phone_finding(77)});  // sorted anew: another line, the same finding
    CHECK(print_of(moved.find("results")->items[1], "primaryLocationLineHash") ==
          print_of(first, "primaryLocationLineHash"));
}

TEST_CASE("cases of JUnit have the same names whatever the number of records and findings") {
    const auto names_in = [](std::uint64_t records, std::uint64_t findings) {
        std::ostringstream out;
        const auto report = make_report("junit", out, listing(0));
        report->begin_file(sample_facts());
        for (std::uint64_t i = 1; i <= findings; ++i) report->add(phone_finding(i));
        FileVerdict verdict = sample_verdict();
        verdict.records = records;
        report->end_file(verdict);
        report->finish();
        std::vector<std::string> names;
        const std::string text = out.str();
        for (std::size_t at = text.find(" name=\""); at != text.npos; at = text.find(" name=\"", at + 1))
            names.push_back(text.substr(at + 7, text.find('"', at + 7) - at - 7));
        return names;
    };
    CHECK(names_in(10, 1) == names_in(2000, 30));
    CHECK(names_in(10, 1).size() > 2);
}
