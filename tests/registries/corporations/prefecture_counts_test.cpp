#include "registries/corporations/prefecture_counts.hpp"

#include <catch2/catch.hpp>

#include "tests/support/whole_prefecture.hpp"

using namespace daicho;

namespace {

using Names = std::vector<std::string>;
using Numbers = std::vector<std::string>;

/// The rows of a file with running numbers from `first` on.
void add(PrefectureCounts& counts, const char* prefecture, const Numbers& numbers, std::size_t first = 1) {
    for (const std::string& number : numbers)
        counts.add(prefecture, std::to_string(first++), std::stoull(number));
}

Numbers every(const Numbers& numbers, std::size_t step) {
    Numbers some;
    for (std::size_t i = 0; i < numbers.size(); i += step) some.push_back(numbers[i]);
    return some;
}

Names complete(const char* prefecture, const Numbers& numbers) {
    PrefectureCounts counts;
    add(counts, prefecture, numbers);
    return counts.complete();
}

}  // namespace

TEST_CASE("a file of a prefecture is complete by its running numbers and its rows") {
    for (const Municipality& each : municipalities()) {
        if (!each.city.empty()) continue;
        const std::string prefecture(each.lg_code.substr(0, 2));
        CHECK(complete(prefecture.c_str(), numbers_of_prefecture(prefecture)) == Names{prefecture});
    }
    CHECK(complete("", numbers_of_prefecture("")) == Names{""});
}

TEST_CASE(
    "a national file is complete with its own numbers in each prefecture, and with one row of numbers") {
    PrefectureCounts own, one;
    std::size_t next = 1;
    for (const char* prefecture : {"01", "13", ""}) {
        const Numbers numbers = numbers_of_prefecture(prefecture);
        add(own, prefecture, numbers);
        add(one, prefecture, numbers, next);
        next += numbers.size();
    }
    CHECK(own.complete() == Names{"", "01", "13"});
    CHECK(one.complete() == Names{"", "01", "13"});
    CHECK(one.unbroken() == Names{"", "01", "13"});
}

TEST_CASE("the file of corporations abroad speaks of abroad, however many offices at home it has") {
    PrefectureCounts counts;
    std::size_t running = 0;
    const Numbers numbers = numbers_of_prefecture("", 4000);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::size_t office = i % 3 == 0 ? i % 47 + 1 : 0;
        const std::string prefecture = office == 0 ? "" : std::to_string(100 + office).substr(1);
        counts.add(prefecture, std::to_string(++running), std::stoull(numbers[i]));
    }
    CHECK(counts.complete() == Names{""});
    CHECK(counts.unbroken() == Names{""});
}

TEST_CASE("a sample of a file covers nothing, with its running numbers and numbered anew") {
    PrefectureCounts sample;
    const Numbers all = numbers_of_prefecture("31", 4000);
    for (std::size_t i = 0; i < all.size(); i += 10)
        sample.add("31", std::to_string(i + 1), std::stoull(all[i]));
    CHECK(sample.complete() == Names{});
    CHECK(sample.unbroken() == Names{});
    for (const std::size_t step : {2u, 3u, 5u, 10u}) CHECK(complete("31", every(all, step)) == Names{});
}

TEST_CASE("a file that was cut covers nothing, wherever it was cut") {
    for (const char* prefecture : {"31", "13", ""}) {
        const Numbers all = numbers_of_prefecture(prefecture, 18000);
        for (const std::size_t hundredth : {1u, 10u, 50u, 80u, 90u, 95u, 98u}) {
            INFO(prefecture << " " << hundredth << " %");
            const auto end = all.begin() + static_cast<std::ptrdiff_t>(all.size() * hundredth / 100);
            CHECK(complete(prefecture, {all.begin(), end}) == Names{});
        }
    }
}

TEST_CASE("a national file that was cut covers the prefectures before the cut") {
    PrefectureCounts counts;
    add(counts, "30", numbers_of_prefecture("30"));
    Numbers cut = numbers_of_prefecture("31");
    cut.resize(cut.size() / 2);
    add(counts, "31", cut);
    CHECK(counts.complete() == Names{"30"});
}

TEST_CASE("one line in hundred may be lost") {
    Numbers all = numbers_of_prefecture("31", 979);
    REQUIRE(all.size() == 999);
    PrefectureCounts lost;
    for (std::size_t i = 11; i < all.size(); ++i) lost.add("31", std::to_string(i + 2), std::stoull(all[i]));
    CHECK(lost.complete() == Names{});
    lost.add("31", "3", std::stoull(all[0]));
    lost.add("31", "4", std::stoull(all[1]));
    CHECK(lost.complete() == Names{"31"});
}

TEST_CASE("counts of parts of a file are those of the file") {
    PrefectureCounts first, second;
    const Numbers all = numbers_of_prefecture("18");
    const auto half = all.begin() + 200;
    add(first, "18", {all.begin(), half});
    add(second, "18", {half, all.end()}, 201);
    second.add("30", "1", 1170001000849);
    second.add("30", "9", 1170001007200);
    first.merge(second);
    CHECK(first.complete() == Names{"18"});
}

TEST_CASE("rows without running numbers cover nothing") {
    PrefectureCounts counts;
    for (const std::string& number : numbers_of_prefecture("31")) counts.add("31", "", std::stoull(number));
    CHECK(counts.complete() == Names{});
}
