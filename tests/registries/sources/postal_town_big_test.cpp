// The town column of every record of KEN_ALL.

#include "grammars/values/postal_town.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "grammars/text/narrow.hpp"
#include "tests/support/postal_files.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/shown_postal_town.hpp"

using namespace daicho;

namespace {

struct Counts {
    std::size_t brackets = 0;
    std::size_t incomplete = 0;
    std::size_t uncovered = 0;
    std::size_t without_kana = 0;
    std::size_t assumed = 0;
    std::string losses;  // columns of which a number is not among those that were read
    std::map<PostalTownKind, std::size_t> towns;
    std::map<PostalPartKind, std::size_t> parts;
};

void add_numbers(const PostalPart& part, std::vector<std::string>& numbers, Counts& counts) {
    for (const PostalStep& step : part.steps) {
        counts.assumed += step.assumed;
        for (const auto number : step.from) numbers.push_back(std::to_string(number));
        for (const auto number : step.to) numbers.push_back(std::to_string(number));
    }
    for (const PostalPart& inner : part.inner) add_numbers(inner, numbers, counts);
}

/// Whether the numbers that are written in `text` were read.
bool has_all_numbers(std::string_view text, const std::vector<std::string>& numbers) {
    const Narrow narrow(text);
    for (std::size_t at = 0; at < narrow.text().size();) {
        const auto end = narrow.text().find_first_not_of("0123456789", at);
        const std::string number(narrow.text().substr(at, end - at));
        at = number.empty() ? at + 1 : at + number.size();
        if (number.empty()) continue;
        if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) return false;
    }
    return true;
}

void count(const PostalRecord& record, Counts& counts) {
    const std::string& column = record.cells[ken_all::town];
    const PostalTowns read = read_postal_towns(column, record.cells[ken_all::town_kana]);
    counts.brackets += column.find("（") != std::string::npos;
    counts.incomplete += !read.complete;
    counts.uncovered += !uncovered(column, read).empty();
    for (const PostalTown& town : read.towns) {
        ++counts.towns[town.kind];
        const bool named = town.kind == PostalTownKind::whole || town.kind == PostalTownKind::part;
        counts.without_kana += named && town.kana.empty();
        for (const PostalPart& part : town.parts) {
            ++counts.parts[part.kind];
            if (part.kind != PostalPartKind::numbers) continue;
            std::vector<std::string> numbers;
            add_numbers(part, numbers, counts);
            if (!has_all_numbers(slice(column, part.span), numbers)) counts.losses += column + "\n";
        }
    }
}

}  // namespace

TEST_CASE("the town column of every record is understood to its last byte") {
    Counts counts;
    for (const PostalRecord& record :
         read_ken_all(shared_data("postal") + "/utf_ken_all.zip!utf_ken_all.csv").records) {
        count(record, counts);
    }
    CHECK(counts.brackets == 6504);
    CHECK(counts.incomplete == 0);
    CHECK(counts.uncovered == 0);
    CHECK(counts.losses == "");
    CHECK(counts.without_kana == 0);
    CHECK(counts.assumed == 14);
    CHECK(counts.towns[PostalTownKind::unlisted] == 1870);
    CHECK(counts.towns[PostalTownKind::whole_municipality] == 22);
    CHECK(counts.towns[PostalTownKind::number_follows] == 21);
    CHECK(counts.parts[PostalPartKind::floor] == 3351);
    CHECK(counts.parts[PostalPartKind::unknown_floor] == 86);
    CHECK(counts.parts[PostalPartKind::others] == 564);
    CHECK(counts.parts[PostalPartKind::rest] == 0);
}
