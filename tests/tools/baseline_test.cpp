#include "tools/baseline.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <random>

#include "grammars/base/error.hpp"
#include "models/reports/fingerprints.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

Finding finding(unsigned rule, unsigned column, unsigned value, std::uint64_t line) {
    static constexpr const char* rules[] = {"T250", "R401", "C211"};
    static constexpr const char* headers[] = {"名称", "電話番号", "住所"};
    Finding one;
    one.rule = {rules[rule % 3]};
    one.header = headers[column % 3];
    one.column = column % 3 + 1;
    one.value = std::to_string(value % 4);
    one.place = line;
    return one;
}

std::vector<Finding> any_findings(std::mt19937& random, std::size_t count) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < count; ++i)
        findings.push_back(finding(static_cast<unsigned>(random() % 3), static_cast<unsigned>(random() % 3),
                                   static_cast<unsigned>(random() % 4), i + 2));
    return findings;
}

}  // namespace

TEST_CASE("of as many findings as before none is new, in whatever order; of more just the rest is") {
    std::mt19937 random(11);
    for (int round = 0; round < 100; ++round) {
        auto before = any_findings(random, random() % 40);
        Baseline baseline;
        for (const Finding& one : before) baseline.add("a.csv", one);
        auto after = before;
        std::shuffle(after.begin(), after.end(), random);
        const std::size_t gone = after.empty() ? 0 : random() % after.size();
        after.resize(after.size() - gone);
        for (Finding& one : after) CHECK(baseline.take("./a.csv", one));
        CHECK(baseline.left("a.csv") == gone);
        CHECK(baseline.size() == gone);
        CHECK_FALSE(baseline.take("b.csv", finding(0, 0, 0, 1)));
        Finding other = finding(0, 0, 0, 1);
        other.value = "other";
        CHECK_FALSE(baseline.take("a.csv", other));
    }
}

TEST_CASE("a baseline is read as it was written") {
    std::mt19937 random(5);
    Baseline baseline;
    for (const Finding& one : any_findings(random, 60)) baseline.add("表/a \"b\".csv", one);
    const ScratchFolder folder;
    const std::string path = folder / "b.jsonl";
    std::ofstream(path) << baseline.text();
    CHECK(Baseline(path).text() == baseline.text());
    CHECK(Baseline(path).size() == 60);
}

TEST_CASE("a repair of the notation of a cell makes none of its other findings new") {
    const auto about = [](const char* value) {
        Finding one = finding(0, 0, 0, 2);
        one.value = value;
        return one;
    };
    const char* const pairs[][2] = {{"１－２－３", "1-2-3"},
                                    {" 福井市 ", "福井市"},
                                    {"ｾﾝﾀｰ", "センター"},
                                    {"渡邉", "渡辺"},
                                    {"栄町三丁目5番1号", "栄町三丁目5-1"},
                                    {"\xff", "\xff"}};
    for (const auto& [before, after] : pairs) {
        Baseline baseline;
        baseline.add("a.csv", about(before));
        CHECK_FALSE(baseline.take("a.csv", about("1-2-4")));
        CHECK(baseline.take("a.csv", about(after)));
    }
}

TEST_CASE("a column under another name of its item has no new findings, nor has one of another model") {
    const ScratchFolder folder;
    const std::string path = folder / "b.jsonl";
    const auto about = [](std::string_view header, std::string_view item) {
        Finding one = finding(0, 0, 0, 2);
        one.header = header;
        one.item = item;
        return one;
    };
    Baseline made;
    for (int i = 0; i < 2; ++i) made.add("a.csv", about("名称", "name"));
    made.add("a.csv", about("住所", "address"));
    made.add("a.csv", about("備考", ""));
    std::ofstream(path) << made.text();
    Baseline baseline(path);
    CHECK(baseline.text() == made.text());
    CHECK(baseline.take("a.csv", about("施設名", "name")));
    CHECK(baseline.take("a.csv", about("名称", "label")));
    CHECK_FALSE(baseline.take("a.csv", about("施設名", "name")));
    CHECK_FALSE(baseline.take("a.csv", about("所在地", "name")));
    CHECK_FALSE(baseline.take("a.csv", about("備考2", "")));
    CHECK_FALSE(baseline.take("b.csv", about("住所", "address")));
    CHECK(baseline.left("a.csv") == 2);
}

TEST_CASE("a baseline of an earlier version is refused, and compares as it was made where it is asked for") {
    const ScratchFolder folder;
    const std::string path = folder / "b.jsonl";
    const Finding one = finding(0, 0, 0, 2);
    for (const auto& [version, form] :
         {std::pair("2", FingerprintForm::as_written), std::pair("3", FingerprintForm::plain),
          std::pair("4", FingerprintForm::numbers)}) {
        std::ofstream(path)
            << "{\"baseline\":" << version
            << "}\n{\"file\":\"a.csv\",\"rule\":\"T250\",\"column\":\"名称\",\"fingerprint\":\""
            << FingerprintMaker(form).kind_of("a.csv", one) << "\",\"count\":2}\n";
        CHECK_THROWS_WITH(Baseline(path), Catch::Contains("baseline prune"));
        Baseline baseline(path, Baseline::Versions::any);
        CHECK(baseline.files() == std::vector<std::string>{"a.csv"});
        CHECK(baseline.take("a.csv", one));
        CHECK(baseline.take("a.csv", one));
        CHECK_FALSE(baseline.take("a.csv", one));
    }
    std::ofstream(path) << "{\"baseline\":99}\n";
    CHECK_THROWS_WITH(Baseline(path, Baseline::Versions::any), Catch::Contains("later"));
}

TEST_CASE("what is no baseline is refused with its line") {
    const ScratchFolder folder;
    const std::string path = folder / "b.jsonl";
    for (const char* text : {"", "{}\n", "{\"baseline\":1}\n{\"file\":\"a\"}\n", "{\"baseline\":1}\nx\n"}) {
        std::ofstream(path) << text;
        CHECK_THROWS_AS(Baseline(path), Error);
    }
}
