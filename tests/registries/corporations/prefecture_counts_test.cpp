#include "registries/corporations/prefecture_counts.hpp"

#include <catch2/catch.hpp>

using namespace daicho;

namespace {

using Names = std::vector<std::string>;

void add(PrefectureCounts& counts, const char* prefecture, int first, int last, int step = 1) {
    for (int i = first; i <= last; i += step) counts.add(prefecture, std::to_string(i));
}

}  // namespace

TEST_CASE("a file of a prefecture is complete by its running numbers") {
    PrefectureCounts counts;
    add(counts, "31", 1, 1000);
    CHECK(counts.complete() == Names{"31"});
}

TEST_CASE(
    "a national file is complete with its own numbers in each prefecture, and with one row of numbers") {
    PrefectureCounts own;
    add(own, "", 1, 50);
    add(own, "01", 1, 3000);
    add(own, "13", 1, 9000);
    CHECK(own.complete() == Names{"", "01", "13"});

    PrefectureCounts one;
    add(one, "01", 1, 3000);
    add(one, "13", 3001, 12000);
    add(one, "", 12001, 12050);
    CHECK(one.complete() == Names{"", "01", "13"});
}

TEST_CASE("a sample of a file covers nothing; one line in hundred may be lost") {
    PrefectureCounts sample;
    add(sample, "01", 1, 3000, 10);
    add(sample, "13", 5, 9000, 10);
    CHECK(sample.complete() == Names{});

    PrefectureCounts lost;
    add(lost, "31", 12, 1000);
    CHECK(lost.complete() == Names{});
    lost.add("31", "3");
    CHECK(lost.complete() == Names{"31"});
}

TEST_CASE("counts of parts of a file are those of the file") {
    PrefectureCounts first;
    PrefectureCounts second;
    add(first, "18", 1, 400);
    add(second, "18", 401, 700);
    add(second, "30", 1, 7, 3);
    first.merge(second);
    CHECK(first.complete() == Names{"18"});
}

TEST_CASE("rows without running numbers cover nothing") {
    PrefectureCounts counts;
    counts.add("31", "");
    CHECK(counts.complete() == Names{});
}
