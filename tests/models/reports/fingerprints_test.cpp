#include "models/reports/fingerprints.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

using namespace daicho;

namespace {

Finding finding(const std::string& value, std::uint64_t line, std::string_view header = "電話番号") {
    Finding one;
    one.rule = {"T250"};
    one.value = value;
    one.place = line;
    one.record = line;
    one.column = 3;
    one.header = header;
    return one;
}

std::multiset<std::string> all_of(const std::vector<Finding>& findings, std::string_view path = "a.csv") {
    Fingerprints made;
    std::multiset<std::string> prints;
    for (const Finding& one : findings) prints.insert(made.of(path, one));
    return prints;
}

}  // namespace

TEST_CASE("sorting a file makes no finding a new one") {
    std::mt19937 random(7);
    std::vector<Finding> findings;
    for (std::uint64_t line = 2; line < 200; ++line)
        findings.push_back(finding(std::to_string(random() % 20), line, line % 2 ? "電話番号" : "FAX番号"));
    const auto before = all_of(findings);
    std::shuffle(findings.begin(), findings.end(), random);
    for (std::size_t i = 0; i < findings.size(); ++i) findings[i].place = i + 2;
    CHECK(all_of(findings) == before);
}

TEST_CASE("each finding of a run has a fingerprint of its own") {
    const auto prints =
        all_of({finding("x", 2), finding("x", 3), finding("y", 4), finding("x", 5, "FAX番号")});
    CHECK(std::set<std::string>(prints.begin(), prints.end()).size() == 4);
    CHECK(all_of({finding("x", 2)}, "a.csv") != all_of({finding("x", 2)}, "b.csv"));
}

TEST_CASE("a value in another notation is the same finding, another value is not") {
    CHECK(all_of({finding("０３－１２３４", 2)}) == all_of({finding("03-1234", 2)}));
    CHECK(all_of({finding("03-1234", 2)}) != all_of({finding("03-1235", 2)}));
    CHECK(Fingerprints().of("a.csv", finding("０３", 2)) ==
          FingerprintMaker().kind_of("a.csv", finding("03", 9)));
}

TEST_CASE("numbers of an address are the same in every notation, other numbers are others") {
    const std::vector<std::string> same = {"栄町三丁目5番1号",      "栄町３丁目５番１号", "栄町3-5-1",
                                           "栄町三丁目５－１",      "栄町3丁目5番地の1",  "栄町３ー５ー１",
                                           "栄町 三丁目 五番地ノ一"};
    for (const std::string& one : same) {
        INFO(one);
        CHECK(all_of({finding(one, 2)}) == all_of({finding(same.front(), 2)}));
    }
    for (const char* other : {"栄町3-5-2", "栄町35-1", "栄町3-51", "栄町3-5", "元町3-5-1", "栄町3-5-1-1"}) {
        INFO(other);
        CHECK(all_of({finding(other, 2)}) != all_of({finding(same.front(), 2)}));
    }
    CHECK(all_of({finding("007", 2)}) != all_of({finding("7", 2)}));
}

TEST_CASE("a column under another name of its item has the same findings, one without an item has not") {
    Finding before = finding("x", 2, "名称"), after = finding("x", 2, "施設名");
    CHECK(all_of({before}) != all_of({after}));
    before.item = after.item = "name";
    CHECK(all_of({before}) == all_of({after}));
    after.item = "telephoneNumber";
    CHECK(all_of({before}) != all_of({after}));
}

TEST_CASE("what was worked out for one file, column or value is not taken for another") {
    std::mt19937 random(3);
    const std::vector<std::string> paths = {"a.csv", "b.csv"}, headers = {"名称", "電話番号", ""},
                                   values = {"", "x", "1x", "x1", "1"};
    FingerprintMaker kept;
    for (int round = 0; round < 500; ++round) {
        Finding one = finding(values[random() % values.size()], 2, headers[random() % headers.size()]);
        one.column = static_cast<std::uint32_t>(random() % 3);
        const std::string& path = paths[random() % paths.size()];
        CHECK(kept.kind_of(path, one) == FingerprintMaker().kind_of(path, one));
    }
}

TEST_CASE("of very many findings that are alike each has a fingerprint of its own") {
    Fingerprints made;
    std::set<std::string> prints;
    for (std::uint64_t i = 0; i < 3'000; ++i) prints.insert(made.of("a.csv", finding("x", i)));
    CHECK(prints.size() == 3'000);
    CHECK(prints.begin()->size() == 64);
}

TEST_CASE("a confidential value is in no fingerprint") {
    Finding one = finding("123456789018", 2), other = finding("999999999999", 2);
    one.confidential = other.confidential = true;
    CHECK(all_of({one}) == all_of({other}));
}
