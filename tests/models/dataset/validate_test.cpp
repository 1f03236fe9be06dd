#include "models/dataset/validate.hpp"

#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

const std::string two_people = "氏名,生年月日\n山田 太郎,平成元年1月8日\n鈴木 花子,1990-13-01\n";

}  // namespace

TEST_CASE("a table in memory is checked against a model by one call") {
    Models models;
    const CheckResult result = validate(memory_source(two_people), {.model = "Person"}, models);
    CHECK(result.facts.model == "gif.core.person/Person");
    CHECK(result.verdict.records == 2);
    CHECK(result.verdict.level == Level::none);
    REQUIRE(result.has(Severity::error));
    const Finding& first = result.findings.front();
    CHECK(first.rule.text == "T251");
    CHECK(first.place.line == 2);
    CHECK(first.header == "生年月日");  // of a reader that is no more
    CHECK(first.repair.value == "1989-01-08");
    CHECK(result.message(first, Language::en).find("1989-01-08") != std::string::npos);
}

TEST_CASE("without a model the kinds of the values are checked, and there is no level") {
    Models models;
    const CheckResult result = validate(memory_source(two_people), {.model = "none"}, models);
    CHECK(result.facts.model.empty());
    CHECK(!result.verdict.level);
    CHECK(result.verdict.records == 2);
}

TEST_CASE("a model that nobody knows is an Error") {
    Models models;
    CHECK_THROWS_AS(validate(memory_source(two_people), {.model = "Nonsense"}, models), Error);
}

TEST_CASE("one set of models serves several threads at once") {
    Models models;
    std::vector<std::uint64_t> records(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < records.size(); ++i) {
        threads.emplace_back([&, i] {
            const CheckOptions options{.model = i % 2 == 0 ? "Person" : "auto", .threads = 1};
            records[i] = validate(memory_source(two_people), options, models).verdict.records;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(records == std::vector<std::uint64_t>{2, 2, 2, 2});
}

TEST_CASE("what a listener throws reaches the caller") {
    struct Refusing final : CheckListener {
        void begin_file(const FileFacts&) override {}
        void add(const Finding&) override { throw Error{ErrorKind::input, "もういい", "enough"}; }
        void end_file(const FileVerdict&) override {}
    } listener;
    Models models;
    CHECK_THROWS_AS(validate(memory_source(two_people), {.model = "Person"}, models, listener), Error);
}

TEST_CASE("a date of two readings is proposed in the order that the other dates of its column have") {
    Models models;
    const auto proposed = [&](const std::string& others) {
        const CheckResult result = validate(memory_source("名称,開設日\nA,3/1/2023\n" + others), {}, models);
        std::vector<std::string> texts;
        for (const Finding& finding : result.findings) {
            if (finding.rule == RuleId{"T260"}) texts.push_back(finding.repair.value);
        }
        return texts;
    };
    CHECK(proposed("B,3/13/2023\nC,3/14/2023\n") == std::vector<std::string>{"2023-03-01"});
    CHECK(proposed("B,13/3/2023\nC,14/3/2023\n") == std::vector<std::string>{"2023-01-03"});
    CHECK(proposed("B,3/13/2023\nC,14/3/2023\n") == std::vector<std::string>{""});
}

}  // namespace daicho
