// What hosts take of a report is all that is in it, and what is left out is said.
#include <sstream>
#include <string>

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
    CHECK(notes.items.front().find("message")->text_of("text") == "there are 7 more findings");
}
