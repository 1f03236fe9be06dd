// The complete files of four prefectures and of a hundredth of the country (2020-06-05) and 14 difference
// files of 2021 to 2026, all as they were published.

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "registries/audit/registry_verifier.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/corporation_store.hpp"
#include "registries/corporations/publication_comparison.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/published_corporations.hpp"
#include "tests/support/published_rows.hpp"
#include "tests/support/shared_data.hpp"

using namespace daicho;

namespace {

constexpr std::size_t columns = corporation_item::count;
using Cells = std::vector<std::string>;

std::vector<std::string> daily_files() {
    std::vector<std::string> paths;
    for (const char* const name :
         {"20210824_utf8", "20210930_utf8", "20221013_sjis", "20230215_sjis", "20260520_sjis",
          "20260810_sjis", "20260812_sjis", "20260813_sjis", "20260814_sjis", "20260817_sjis",
          "20260818_sjis", "20260819_sjis", "20260820_sjis", "20260821_sjis"})
        paths.push_back(shared_data("corporate/diff-raw") + "/diff_" + name + ".csv.gz");
    return paths;
}

std::string digest(const std::string& registry) {
    return corporation_digest(Registry(registry).database());
}

}  // namespace

TEST_CASE("every cell of the complete files is in the registry as it was published") {
    const ScratchFolder folder;
    auto paths = complete_corporations();
    paths.push_back(sample_of_corporations());
    const std::string path = folder / "r.sqlite";
    const BuildReport report = build_registry(path, paths, {});
    std::map<std::string, std::map<std::string, Cells>> files;  // by name, by number
    std::map<std::string, Cells> numbers;
    std::int64_t read = 0;
    for (const std::string& file : paths) {
        const std::string text = published_bytes(file);
        for (const std::string_view line : published_lines(text)) {
            ++read;
            Cells cells = published_cells(line);
            REQUIRE(cells.size() == columns);
            numbers.emplace(cells[corporation_item::number], cells);
            files[file.substr(file.rfind('/') + 1)].emplace(cells[corporation_item::number],
                                                            std::move(cells));
        }
    }
    CHECK(read == 109'387 + 48'730);
    RowCounts all;
    for (const FileReport& file : report.files) {
        all.records += file.rows.records;
        all.stored += file.rows.stored;
        all.duplicate += file.rows.duplicate;
        all.rejected += file.rows.rejected;
    }
    CHECK(all.records == read);
    CHECK(all.rejected == 0);
    CHECK(all.stored == static_cast<std::int64_t>(numbers.size()));
    CHECK(all.duplicate == read - all.stored);

    // The number in the file is of that file which the row was taken from; both say the same of a
    // corporation.
    const Registry registry(path);
    Statement rows = registry.database().prepare(
        "select corporation.*, f.name from corporation join file f on f.id = corporation.file");
    std::int64_t cells = 0, compared = 0;
    while (rows.step()) {
        const std::string number(rows.text(corporation_item::number));
        const Cells& published = files.at(std::string(rows.text(static_cast<int>(columns) + 1))).at(number);
        ++compared;
        for (std::size_t i = 0; i < columns; ++i) cells += rows.text(static_cast<int>(i)) == published[i];
        for (std::size_t i = corporation_item::process; i < columns; ++i)
            cells -= published[i] != numbers.at(number)[i];
    }
    CHECK(compared == static_cast<std::int64_t>(numbers.size()));
    CHECK(cells == compared * static_cast<std::int64_t>(columns));
    CHECK(registry.database().number("select count(*) from corporation_history") == 0);

    PublicationComparison found = compare_with_publications(registry, paths, [](const auto&, const auto&) {});
    CHECK(found.is_clean());
    CHECK(found.same == compared);
    CHECK(found.other_hihyoji == 0);
}

TEST_CASE("the daily files apply in order, and a second time without effect") {
    const ScratchFolder folder;
    const std::string path = folder / "r.sqlite", at_once = folder / "at_once.sqlite";
    build_registry(path, complete_corporations(), {});
    std::int64_t records = 0, rejected = 0;
    for (const std::string& file : daily_files()) {
        const BuildReport report = update_registry(path, {file}, {}, {});
        CHECK(report.changed);
        REQUIRE(report.files.size() == 1);
        records += report.files[0].rows.records;
        rejected += report.files[0].rows.rejected;
    }
    CHECK(records == 32'444);
    CHECK(rejected == 0);
    const std::string was = digest(path);
    const std::string bytes = published_bytes(path);
    for (const std::string& file : daily_files()) CHECK_FALSE(update_registry(path, {file}, {}, {}).changed);
    CHECK_FALSE(update_registry(path, daily_files(), {}, {}).changed);
    CHECK(digest(path) == was);
    CHECK(published_bytes(path) == bytes);

    auto all = daily_files();
    std::ranges::reverse(all);
    for (const std::string& file : complete_corporations()) all.push_back(file);
    build_registry(at_once, all, {});
    CHECK(digest(at_once) == was);
    for (const Verification& one : verify_registry(Registry(path))) CHECK(one.wrong == 0);
}
