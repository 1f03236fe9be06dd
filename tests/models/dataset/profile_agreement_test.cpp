#include <map>
#include <set>
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "models/dataset/profile.hpp"
#include "models/dataset/validate.hpp"
#include "tests/support/example_tables.hpp"

using namespace daicho;

namespace {

/// A rule, its severity and the column it was told of, with how often.
using Told = std::map<std::tuple<std::string, Severity, std::uint32_t>, std::uint64_t>;

/// What only a profile looks for, with the government's 30 rules in mind.
bool is_of_profile_alone(std::string_view rule) {
    return (rule >= "S130" && rule <= "S150" && rule != "S148") || rule == "C232";
}

Told told_by_profile(const std::string& path, Models& models) {
    Told told;
    const DatasetProfile found = profile(file_source(path), {}, {}, models);
    for (std::size_t i = 0; i < found.table.findings.size(); ++i) {
        const TallyLine& line = found.table.findings.line(i);
        if (!is_of_profile_alone(line.rule.text))
            told[{std::string(line.rule.text), line.severity, line.column}] += line.count;
    }
    return told;
}

Told told_by_check(const std::string& path, Models& models) {
    Told told;
    for (const Finding& finding : validate(file_source(path), {.model = "none"}, models).findings) {
        if (!is_of_profile_alone(finding.rule.text))
            ++told[{std::string(finding.rule.text), finding.severity, finding.column}];
    }
    return told;
}

}  // namespace

TEST_CASE("profile tells what a check without a model tells, as severe and as often") {
    Models models;
    std::set<std::string> rules;
    const auto look = [&](const std::string& path) {
        CAPTURE(path);
        Told told;
        try {
            told = told_by_check(path, models);
        } catch (const Error&) {  // it cannot be read
            CHECK_THROWS_AS(told_by_profile(path, models), Error);
            return;
        }
        CHECK(told_by_profile(path, models) == told);
        for (const auto& [key, count] : told) rules.insert(std::get<0>(key));
    };
    for (const std::string& path : golden_tables()) look(path);
    RulePages().for_each_table([&](const std::string& path, std::string_view) { look(path); });
    for (const char* rule :
         {"T251", "T270", "T271", "T272", "T273", "S101", "S112", "S113", "S148", "S151", "C217", "C228"}) {
        CAPTURE(rule);
        CHECK(rules.contains(rule));
    }
}
