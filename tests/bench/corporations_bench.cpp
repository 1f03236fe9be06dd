// Loads a synthetic register of corporations (5.8 million corporations, or as many as the argument says),
// applies a day's difference and a later complete file, and looks corporations up by number; `sqlite3
// .import` of the same file in the same run. tests/bench/make_corporations writes the same files; searches by
// name are in name_search_bench.
//
// Two cores of a Xeon server, 5.8 million corporations, 1,283 MB (2026-11; seconds of processor, other work
// beside):
//   sqlite3 .import without index 33.0 s, into a table with the key 34.3 s;
//   daicho build 32.1 s, 23.8 s by the clock when it had the cores for itself: 1.0 times .import, with
//   history, mergers and search by name; at most 885 MB of memory. The registry has 1,633 MB: rows 1,249,
//   names 283, lists of bigrams 92; 200,000 lookups by number a second on one thread; a day's difference: 0.1
//   s beside the copy that it works on (1.6 GB).

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include <sys/resource.h>

#include "grammars/base/os_files.hpp"
#include "registries/builder/builder.hpp"
#include "registries/corporations/corporation_register.hpp"
#include "tests/bench/bench.hpp"
#include "tests/bench/synthetic_register.hpp"
#include "tests/bench/watch.hpp"
#include "tests/support/scratch_folder.hpp"

namespace {

using namespace daicho;
using bench::say;
using bench::Watch;

constexpr std::size_t difference_rows = 3000, questions = 200'000;

/// With `schema`, the rows go into a table that has the key of ours.
double sqlite_import(const char* what, const std::string& database, const std::string& schema,
                     const std::string& file) {
    const Watch watch;
    const std::string command = "sqlite3 " + database +
                                " 'pragma journal_mode=off' 'pragma synchronous=off' '" + schema +
                                "' '.mode csv' '.import " + file + " t' >/dev/null 2>&1";
    if (std::system(command.c_str()) != 0) return 0;
    say(what, watch);
    std::filesystem::remove(database);
    return watch.cpu();
}

std::string schema_with_key() {
    std::string schema = "create table t(sequenceNumber text, corporateNumber integer primary key";
    for (std::size_t i = 2; i < corporation_item::count; ++i) schema += ", c" + std::to_string(i) + " text";
    return schema + ")";
}

void show_sizes(const std::string& path) {
    const Database database = Database::open_published(path);
    Statement rows = database.prepare(
        "select name, sum(pgsize) from dbstat group by name having sum(pgsize) > 1000000 order by 2 desc");
    while (rows.step()) {
        std::printf("  %-42s %9.0f MB\n", std::string(rows.text(0)).c_str(),
                    static_cast<double>(rows.integer(1)) / 1e6);
    }
}

void look_up(const std::string& path, const std::vector<std::uint64_t>& numbers) {
    const Registry registry(path);
    const CorporationRegister corporations(registry);
    std::mt19937_64 random(1);
    std::size_t found = 0;
    const double begin = bench::cpu_seconds();
    for (std::size_t i = 0; i < questions; ++i) {
        const auto state = corporations.find(static_cast<std::int64_t>(numbers[random() % numbers.size()]));
        found += state && !(*state)[corporation_item::update_date].empty();
    }
    std::printf("%-44s %9.0f a second (%zu of %zu found)\n", "lookups by number, one thread",
                static_cast<double>(questions) / (bench::cpu_seconds() - begin), found, questions);
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const std::size_t corporations = argc > 1 ? std::stoul(argv[1]) : 5'800'000;
    const ScratchFolder folder;
    std::ifstream file(DAICHO_BENCH_FOLDER "/corporation_statistics.tsv");
    const std::string statistics{std::istreambuf_iterator<char>(file), {}};
    const std::string full = folder / "00_zenkoku_all_20260821.csv",
                      difference = folder / "diff_20260824.csv",
                      later = folder / "00_zenkoku_all_20260831.csv", registry = folder / "r.sqlite";
    std::vector<std::uint64_t> numbers;
    {
        const bench::SyntheticRegister made(statistics, corporations);
        made.write_full(full);
        made.write_difference(difference, difference_rows);
        made.write_later(later, difference_rows);
        numbers = made.numbers();
    }
    std::printf("%zu corporations, %.0f MB\n", corporations,
                static_cast<double>(file_facts(full)->size) / 1e6);
    const double import =
        sqlite_import("sqlite3 .import, no index", folder / "import.sqlite", "select 1", full);
    const double with_key =
        sqlite_import("sqlite3 .import, with the key", folder / "import.sqlite", schema_with_key(), full);
    {
        const Watch watch;
        build_registry(registry, {full}, {});
        say("daicho build, with history and search by name", watch);
        const auto count = static_cast<double>(corporations);
        std::printf("  %.0f rows and %.1f MB a second by the clock; %.0f rows a second of processor\n",
                    count / watch.wall(), static_cast<double>(file_facts(full)->size) / 1e6 / watch.wall(),
                    count / watch.cpu());
        if (import > 0 && with_key > 0) {
            std::printf("  %.2f times the processor time of .import without index, %.2f with the key\n",
                        watch.cpu() / import, watch.cpu() / with_key);
        }
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-44s %9ld MB; the registry has %.0f MB\n", "peak memory", usage.ru_maxrss / 1024,
                static_cast<double>(file_facts(registry)->size) / 1e6);
    show_sizes(registry);
    look_up(registry, numbers);
    {
        const Watch watch;
        copy_file(registry, folder / "copy.sqlite");
        sync_file(folder / "copy.sqlite");
        say("the copy that an update works on", watch);
        std::filesystem::remove(folder / "copy.sqlite");
    }
    BuildOptions options;
    options.refuse_gaps = true;
    for (const auto& [name, path] : {std::pair{"daicho update with a day's difference", difference},
                                     std::pair{"daicho update with it again", difference},
                                     std::pair{"daicho update with a later complete file", later}}) {
        const Watch watch;
        const BuildReport report = update_registry(registry, {path}, options, {});
        say(name, watch);
        for (const FileReport& one : report.files) {
            std::printf("  %lld rows: %lld stored, %lld there already, %lld past, %lld refused\n",
                        static_cast<long long>(one.rows.records), static_cast<long long>(one.rows.stored),
                        static_cast<long long>(one.rows.duplicate),
                        static_cast<long long>(one.rows.superseded),
                        static_cast<long long>(one.rows.rejected));
        }
    }
    return 0;
}
