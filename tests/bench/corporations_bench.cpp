// Loads a synthetic register of corporations (5.8 million bodies, or as many as the argument says), applies a
// day's difference and a later complete file, and looks bodies up by number; `sqlite3 .import` of the same
// file in the same run. tests/bench/make_corporations writes the same files.

#include <chrono>
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
#include "tests/support/scratch_folder.hpp"

namespace {

using namespace daicho;

constexpr std::size_t difference_rows = 3000, questions = 200'000;

/// Wall and CPU time of all threads and of programs that were run.
class Watch {
 public:
    double wall() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }
    double cpu() const { return cpu_now() - cpu_; }

 private:
    using Clock = std::chrono::steady_clock;
    static double cpu_now() {
        double all = 0;
        for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
            rusage usage{};
            getrusage(who, &usage);
            for (const timeval& time : {usage.ru_utime, usage.ru_stime})
                all += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
        }
        return all;
    }
    Clock::time_point begin_ = Clock::now();
    double cpu_ = cpu_now();
};

void say(const char* what, const Watch& watch) {
    std::printf("%-44s %9.2f s  %9.2f s of processor\n", what, watch.wall(), watch.cpu());
}

double sqlite_import(const std::string& database, const std::string& file) {
    const Watch watch;
    const std::string command = "sqlite3 " + database +
                                " 'pragma journal_mode=off' 'pragma synchronous=off' '.mode csv' '.import " +
                                file + " t' >/dev/null";
    if (std::system(command.c_str()) != 0) return 0;
    say("sqlite3 .import, no index", watch);
    return watch.cpu();
}

void look_up(const std::string& path, const std::vector<std::uint64_t>& numbers) {
    const Registry registry(path);
    const CorporationRegister bodies(registry);
    std::mt19937_64 random(1);
    std::size_t found = 0;
    const double begin = bench::cpu_seconds();
    for (std::size_t i = 0; i < questions; ++i) {
        const auto state = bodies.find(static_cast<std::int64_t>(numbers[random() % numbers.size()]));
        found += state && !(*state)[corporation_item::update_date].empty();
    }
    std::printf("%-44s %9.0f a second (%zu of %zu found)\n", "lookups by number, one thread",
                static_cast<double>(questions) / (bench::cpu_seconds() - begin), found, questions);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t bodies = argc > 1 ? std::stoul(argv[1]) : 5'800'000;
    const ScratchFolder folder;
    std::ifstream file(DAICHO_BENCH_FOLDER "/corporation_statistics.tsv");
    const std::string statistics{std::istreambuf_iterator<char>(file), {}};
    const std::string full = folder / "00_zenkoku_all_20260821.csv",
                      difference = folder / "diff_20260824.csv",
                      later = folder / "00_zenkoku_all_20260831.csv", registry = folder / "r.sqlite";
    std::vector<std::uint64_t> numbers;
    {
        const bench::SyntheticRegister made(statistics, bodies);
        made.write_full(full);
        made.write_difference(difference, difference_rows);
        made.write_later(later, difference_rows);
        numbers = made.numbers();
    }
    std::printf("%zu bodies, %.0f MB\n", bodies, static_cast<double>(file_facts(full)->size) / 1e6);
    const double import = sqlite_import(folder / "import.sqlite", full);
    std::filesystem::remove(folder / "import.sqlite");
    {
        const Watch watch;
        build_registry(registry, {full}, {});
        say("daicho build", watch);
        if (import > 0)
            std::printf("%-44s %9.2f times the processor time\n", "  against sqlite3 .import",
                        watch.cpu() / import);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-44s %9ld MB; the registry has %.0f MB\n", "peak memory", usage.ru_maxrss / 1024,
                static_cast<double>(file_facts(registry)->size) / 1e6);
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
