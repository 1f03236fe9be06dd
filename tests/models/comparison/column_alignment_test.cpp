#include "models/comparison/column_alignment.hpp"

#include <algorithm>
#include <ctime>

#include <catch2/catch.hpp>

using namespace daicho;
using Headers = std::vector<std::string>;

namespace {

std::string told(const Headers& before, const Headers& after) {
    auto columns = align_columns(before, after, {});
    settle_columns(columns);
    std::string text;
    for (const ComparedColumn& column : columns) {
        text += column.removed() ? "-" : column.added() ? "+" : column.moved ? "~" : "";
        text += column.label + " ";
    }
    return text;
}

double processor_seconds(const Headers& before, const Headers& after) {
    const std::clock_t begin = std::clock();
    auto columns = align_columns(before, after, {});
    settle_columns(columns);
    CHECK(columns.size() >= std::max(before.size(), after.size()));
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("a removed column stands behind what it stood behind, whatever moved or was added there") {
    CHECK(told({"a", "b", "c"}, {"a", "c"}) == "a -b c ");
    CHECK(told({"x", "y", "a"}, {"a"}) == "-x -y a ");
    CHECK(told({"a", "x", "y"}, {"a", "n"}) == "a -x -y +n ");
    CHECK(told({"a", "b"}, {}) == "-a -b ");
    CHECK(told({"a", "x", "b", "c"}, {"c", "a", "b"}) == "~c a -x b ");
    CHECK(told({"a", "a", "b"}, {"a", "b"}) == "a -a[2] b ");
    CHECK(told({"Ａ", "a", "b"}, {"a", "A", "b"}) == "a ~A b ");
}

TEST_CASE("a hundred thousand columns are paired and put in order, not each held against each") {
    Headers same(100'000, "a"), numbered, others, backwards;
    for (std::size_t i = 0; i < same.size(); ++i) {
        numbered.push_back("c" + std::to_string(i));
        others.push_back("d" + std::to_string(i));
    }
    backwards.assign(numbered.rbegin(), numbered.rend());
    // Each against each were ten thousand million steps.
    constexpr double most_seconds = 5;
    CHECK(processor_seconds(same, same) < most_seconds);
    CHECK(processor_seconds(numbered, numbered) < most_seconds);
    CHECK(processor_seconds(numbered, others) < most_seconds);
    CHECK(processor_seconds(numbered, backwards) < most_seconds);
}
