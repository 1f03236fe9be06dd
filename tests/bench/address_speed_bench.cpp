// The matcher of addresses on one thread and on two, what it touches of its index, and how its time grows
// with texts that are made to trouble it:
//   address_speed_bench INDEX LINES...
// LINES are files with an address a line.

#include <chrono>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "grammars/base/error.hpp"
#include "registries/address/address_matcher.hpp"
#include "tests/bench/bench.hpp"

using namespace daicho;

namespace {

using Lines = std::vector<std::string>;

Lines read_lines(const std::string& path) {
    Lines lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

double wall_seconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(now).count();
}

/// Megabytes of `what` ("RssFile:", "RssAnon:") that the kernel counts for us.
double megabytes(const std::string& what) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(what)) return std::strtod(line.c_str() + what.size(), nullptr) / 1024;
    }
    return 0;
}

/// Places found at the town or deeper among the lines `from`, `from + step`, ...
std::size_t match_all(const AddressMatcher& matcher, const Lines& lines, std::size_t from, std::size_t step) {
    std::size_t towns = 0;
    for (std::size_t i = from; i < lines.size(); i += step) {
        towns += matcher.match(lines[i]).place.level >= MatchLevel::town;
    }
    return towns;
}

double on_threads(const AddressMatcher& matcher, const Lines& lines, std::size_t count) {
    double best = 1e30;
    for (int round = 0; round < 3; ++round) {
        const double begin = wall_seconds();
        std::vector<std::thread> threads;
        for (std::size_t t = 0; t < count; ++t) {
            threads.emplace_back([&, t] { match_all(matcher, lines, t, count); });
        }
        for (std::thread& thread : threads) thread.join();
        best = std::min(best, wall_seconds() - begin);
    }
    return best;
}

void measure_lines(const AddressMatcher& matcher, const std::string& path) {
    const Lines lines = read_lines(path);
    if (lines.empty()) return;
    const auto count = static_cast<double>(lines.size());
    const double begin = bench::cpu_seconds();
    std::size_t towns = match_all(matcher, lines, 0, 1);
    const double first = bench::cpu_seconds() - begin;
    const double best = bench::best_of_five([&] { towns = match_all(matcher, lines, 0, 1); });
    const double one = on_threads(matcher, lines, 1), two = on_threads(matcher, lines, 2);
    std::printf(
        "%-28s %9zu lines  %9.0f/s of CPU first, %9.0f/s best  %6.2f %% at a town or deeper  two threads "
        "%.2f times\n",
        path.substr(path.rfind('/') + 1).c_str(), lines.size(), count / first, count / best,
        100 * static_cast<double>(towns) / count, one / two);
}

std::string repeated(std::string_view piece, std::size_t size) {
    std::string text;
    while (text.size() < size) text += piece;
    return text;
}

/// Nanoseconds a byte; about the same for every size where the time is linear.
double per_byte(const AddressMatcher& matcher, const std::string& head, std::string_view piece,
                std::size_t size) {
    const std::string text = head + repeated(piece, size);
    double best = 1e30;
    for (int round = 0; round < 3; ++round) {
        const double begin = bench::cpu_seconds();
        matcher.match(text);
        best = std::min(best, bench::cpu_seconds() - begin);
    }
    return best * 1e9 / static_cast<double>(text.size());
}

void measure_troublemakers(const AddressMatcher& matcher) {
    struct Trouble {
        const char* name;
        const char* head;
        const char* piece;
    };
    const Trouble troubles[] = {
        {"一", "", "一"},
        {"東京都千代田区, 一", "東京都千代田区", "一"},
        {"（ never closed", "東京都江東区", "（"},
        {"（ and text never closed", "東京都江東区", "（東京府南葛飾郡大島町大字中之郷出村"},
        {"digits", "", "1"},
        {"a town, digits", "和歌山県和歌山市太田", "1"},
        {"digits and hyphens", "和歌山県和歌山市太田", "1-"},
        {"〓", "和歌山県和歌山市", "〓"},
        {"字", "和歌山県和歌山市", "字"},
        {"大字", "", "大字"},
        {"Kyoto streets", "京都府京都市上京区", "上御霊南門下る東入二筋目下る"},
        {"prefectures", "", "東京都"},
        {"a municipality's name", "千葉県", "市川市"},
        {"町", "", "町"},
        {"spaces", "東京都", " "},
        {"selectors", "東京都千代田区", "\U000E0100"},
        {"kana", "", "ワカヤマシ"},
        {"letters", "", "a"},
        {"broken bytes", "東京都", "\xE3"},
    };
    std::printf("\n%-28s %12s %12s %12s   nanoseconds a byte\n", "text", "1 kB", "64 kB", "1 MB");
    for (const Trouble& trouble : troubles) {
        std::printf("%-28s", trouble.name);
        for (const std::size_t size : {std::size_t{1} << 10, std::size_t{1} << 16, std::size_t{1} << 20}) {
            std::printf(" %12.2f", per_byte(matcher, trouble.head, trouble.piece, size));
            std::fflush(stdout);
        }
        std::printf("\n");
    }
}

int run(int count, char** words) {
    const double begin = wall_seconds();
    const AddressIndex index = AddressIndex::open(words[1]);
    const AddressMatcher matcher(index);
    std::printf("opened in %.2f ms\n", (wall_seconds() - begin) * 1e3);
    for (int i = 2; i < count; ++i) measure_lines(matcher, words[i]);
    std::printf("touched: %.0f MB of files, %.0f MB of its own\n", megabytes("RssFile:"),
                megabytes("RssAnon:"));
    measure_troublemakers(matcher);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("address_speed_bench INDEX LINES...\n", stderr);
        return 2;
    }
    try {
        return run(count, words);
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
