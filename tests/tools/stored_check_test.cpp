#include "tools/gate/stored_check.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <sstream>
#include <string>

#include "models/dataset/validate.hpp"
#include "models/reports/report.hpp"

using namespace daicho;

namespace {

const std::string table =
    "個人番号,電話番号,住所,開催日\n987654321098,７６７－７４,金沢市１番,2024/4/"
    "31\n123456789018,x,,令和6年\n\"a,0120\n";

StoredCheck kept(bool show_values) {
    Models models;
    StoredCheck check;
    CheckKeeper keeper(check, show_values, 1000);
    CheckOptions options;
    options.threads = 1;
    validate(memory_source(table, "t.csv"), options, models, keeper);
    check.newest = "2024-05-01";
    check.suppressed = {{1, 2, 300}, {}};
    check.missing = 5;
    return check;
}

std::string report_of(const StoredCheck& check, std::string_view form) {
    std::ostringstream out;
    const auto report = make_report(form, out, {});
    replay(check, *report);
    report->finish();
    return out.str();
}

}  // namespace

TEST_CASE("what was packed tells the same in every report") {
    const StoredCheck check = kept(false);
    REQUIRE(check.findings.size() > 4);
    const auto again = unpack(pack(check), "t.csv");
    REQUIRE(again);
    for (const char* form : {"text", "json", "jsonl", "sarif", "junit", "markdown", "gitlab"}) {
        CAPTURE(form);
        CHECK(report_of(*again, form) == report_of(check, form));
    }
    CHECK(again->newest == check.newest);
    CHECK(again->suppressed == check.suppressed);
    CHECK(again->missing == 5);
    CHECK(pack(*again) == pack(check));
}

TEST_CASE("reports of what was kept are those of the check itself") {
    Models models;
    CheckOptions options;
    options.threads = 1;
    for (const char* form : {"text", "json", "sarif"}) {
        std::ostringstream out;
        const auto report = make_report(form, out, {});
        validate(memory_source(table, "t.csv"), options, models, *report);
        report->finish();
        CHECK(report_of(kept(false), form) == out.str());
    }
}

TEST_CASE("confidential values are kept only where they are asked for") {
    CHECK(pack(kept(false)).find("987654321098") == std::string::npos);
    CHECK(pack(kept(true)).find("987654321098") != std::string::npos);
}

TEST_CASE("bytes that are cut or changed are refused or give other findings, and never more than that") {
    const std::string bytes = pack(kept(false));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(unpack(bytes.substr(0, size), "t.csv"));
    CHECK_FALSE(unpack(bytes + "x", "t.csv"));
    std::mt19937 random(3);
    for (int i = 0; i < 500; ++i) {
        std::string spoilt = bytes;
        spoilt[random() % spoilt.size()] = static_cast<char>(random());
        const auto again = unpack(spoilt, "t.csv");
        if (again) CHECK(again->findings.size() < bytes.size());
    }
}

TEST_CASE("more findings than are to be kept are told") {
    Models models;
    StoredCheck check;
    CheckKeeper keeper(check, false, 2);
    CheckOptions options;
    options.threads = 1;
    validate(memory_source(table, "t.csv"), options, models, keeper);
    CHECK(check.findings.size() == 2);
    CHECK_FALSE(keeper.all_kept());
}
