// Addresses to towns, residences and parcels, on one thread and on several: the lines of a file against an
// index.
//
//   address_bench INDEX FILE [THREADS]
//
// INDEX is what `build_address_index` made, FILE has an address a line.

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>

#include "registries/address/address_matcher.hpp"
#include "tests/bench/bench.hpp"

using namespace daicho;

namespace {

struct Counts {
    std::size_t levels[7] = {};
    std::size_t categories[4] = {};
};

std::vector<std::string> read_lines(const char* path) {
    std::vector<std::string> lines;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

Counts match_all(const AddressMatcher& matcher, const std::vector<std::string>& lines, std::size_t from,
                 std::size_t step) {
    Counts counts;
    for (std::size_t i = from; i < lines.size(); i += step) {
        const AddressAnswer answer = matcher.match(lines[i]);
        ++counts.levels[static_cast<std::size_t>(answer.place.level)];
        ++counts.categories[static_cast<std::size_t>(answer.category)];
    }
    return counts;
}

void report(const Counts& counts) {
    for (int level = 0; level < 7; ++level) {
        std::printf("  %-12s %9zu\n", std::string(to_string(static_cast<MatchLevel>(level))).c_str(),
                    counts.levels[level]);
    }
    std::printf("  A %zu  B %zu  C %zu  none %zu\n", counts.categories[0], counts.categories[1],
                counts.categories[2], counts.categories[3]);
}

double wall_seconds(const AddressMatcher& matcher, const std::vector<std::string>& lines, unsigned threads) {
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> running;
    for (unsigned i = 0; i < threads; ++i) {
        running.emplace_back([&, i] { match_all(matcher, lines, i, threads); });
    }
    for (std::thread& thread : running) thread.join();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void adversarial(const AddressMatcher& matcher) {
    const std::string units[] = {"一", "1", "（", "字", "〓", "東京都", "1-", "上る"};
    for (const std::string& unit : units) {
        for (const std::size_t size : {1'000u, 100'000u, 1'000'000u}) {
            std::string text = "京都府京都市上京区";
            while (text.size() < size) text += unit;
            const double begin = bench::cpu_seconds();
            matcher.match(text);
            std::printf("  %s x %zu bytes: %.3f ms\n", unit.c_str(), size,
                        (bench::cpu_seconds() - begin) * 1e3);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const double begin = bench::cpu_seconds();
    const AddressIndex index = AddressIndex::open(argv[1]);
    std::printf("open %.3f ms\n", (bench::cpu_seconds() - begin) * 1e3);
    const AddressMatcher matcher(index);
    const std::vector<std::string> lines = read_lines(argv[2]);
    Counts counts;
    const double seconds = bench::best_of_five([&] { counts = match_all(matcher, lines, 0, 1); });
    std::printf("%zu lines, one thread: %.0f addresses/s\n", lines.size(),
                static_cast<double>(lines.size()) / seconds);
    report(counts);
    if (argc > 3) {
        const double one = wall_seconds(matcher, lines, 1);
        const double all = wall_seconds(matcher, lines, static_cast<unsigned>(std::atoi(argv[3])));
        std::printf("%s threads: %.2f times as fast\n", argv[3], one / all);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("resident at most: %ld kB\n", usage.ru_maxrss);
    adversarial(matcher);
    return 0;
}
