#include "grammars/base/sorted_records.hpp"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "grammars/base/os_files.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

namespace {

using Records = std::vector<std::pair<std::uint64_t, std::string>>;

Records random_records(std::size_t count) {
    std::mt19937 random(7);
    Records records;
    for (std::size_t i = 0; i < count; ++i) {
        records.emplace_back(random() % 500, std::string(random() % 40, 'x') + std::to_string(i));
    }
    return records;
}

Records sorted(const Records& in, const std::string& scratch, std::size_t bytes) {
    SortedRecords records(scratch, bytes);
    for (const auto& [key, text] : in) records.add(key, text);
    Records out;
    SortedRecords::Record record;
    while (records.next(record)) out.emplace_back(record.key, std::string(record.bytes));
    CHECK_FALSE(records.next(record));
    return out;
}

}  // namespace

TEST_CASE("records come by key, those of one key in the order in which they were added") {
    const ScratchFolder folder;
    const Records in = random_records(3000);
    Records expected = in;
    std::stable_sort(expected.begin(), expected.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const std::size_t bytes : {std::size_t{1}, std::size_t{2000}, std::size_t{1} << 20}) {
        CHECK(sorted(in, folder / "rows", bytes) == expected);
        CHECK(list_folder(folder / "").empty());
    }
}

TEST_CASE("no records, and records of no bytes, are records") {
    const ScratchFolder folder;
    CHECK(sorted({}, folder / "rows", 10).empty());
    const Records in{{3, ""}, {1, ""}, {2, std::string(700'000, 'y')}};
    CHECK(sorted(in, folder / "rows", 1) == Records{{1, ""}, in[2], {3, ""}});
}

TEST_CASE("who has read the last record holds no files any more") {
    const ScratchFolder folder;
    SortedRecords records(folder / "rows", 2000);
    for (const auto& [key, text] : random_records(3000)) records.add(key, text);
    SortedRecords::Record record;
    CHECK(records.next(record));
    CHECK_FALSE(list_folder(folder / "").empty());
    while (records.next(record)) {
    }
    CHECK(list_folder(folder / "").empty());
    CHECK_FALSE(records.next(record));
}
