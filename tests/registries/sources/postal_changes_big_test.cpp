// Two editions of KEN_ALL, 2026-02-13 and 2026-05-22.

#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "registries/sources/postal_changes.hpp"
#include "tests/support/postal_files.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

/// Records that share their cells in `columns` with another one.
template <class Columns>
std::size_t ambiguous(const std::vector<PostalRecord>& records, const Columns& columns) {
    std::map<std::string, std::size_t> counts;
    for (const PostalRecord& record : records) {
        std::string key;
        for (const auto column : columns) key += record.cells[column] + "\n";
        ++counts[key];
    }
    std::size_t found = 0;
    for (const auto& [key, count] : counts) found += count > 1 ? count : 0;
    return found;
}

}  // namespace

TEST_CASE("municipality, postal code, town and its kana tell a record") {
    const std::string folder = shared_data("postal");
    for (const char* file :
         {"/utf_ken_all_20260213.zip!utf_ken_all.csv", "/utf_ken_all.zip!utf_ken_all.csv"}) {
        const auto records = read_ken_all(folder + file).records;
        CHECK(ambiguous(records, postal_key) == 0);
        CHECK(ambiguous(records, std::array{ken_all::lg_code, ken_all::postal_code, ken_all::town}) == 2);
        CHECK(ambiguous(records, std::array{ken_all::lg_code, ken_all::town}) == 4);
        CHECK(ambiguous(records, std::array{ken_all::postal_code, ken_all::town}) == 289);
    }
}

TEST_CASE("89 rows of the older edition and 92 of the newer are 88 changes, one end and four beginnings") {
    const std::string folder = shared_data("postal");
    const auto older = read_ken_all(folder + "/utf_ken_all_20260213.zip!utf_ken_all.csv").records;
    const auto newer = read_ken_all(folder + "/utf_ken_all.zip!utf_ken_all.csv").records;
    std::map<PostalChangeKind, int> kinds;
    std::size_t only_old = 0;
    std::size_t only_new = 0;
    for (const PostalChange& change : pair_postal_changes(older, newer)) {
        ++kinds[change.kind];
        only_old += change.before.has_value();
        only_new += change.after.has_value();
    }
    CHECK(only_old == 89);
    CHECK(only_new == 92);
    CHECK(kinds[PostalChangeKind::changed] == 11);
    CHECK(kinds[PostalChangeKind::moved] == 6);
    CHECK(kinds[PostalChangeKind::renamed] == 71);
    CHECK(kinds[PostalChangeKind::ended] == 1);
    CHECK(kinds[PostalChangeKind::begun] == 4);
}
