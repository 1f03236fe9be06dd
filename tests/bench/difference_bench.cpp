// Applies one day's difference after the other to a synthetic register (600,000 corporations, or as many as
// the argument says; then days, and rows of a day: real ones have 2,300), and tells for each the look at the
// files with the copy that an update works on, what the difference itself costs, and the step that puts the
// copy in place; then the last difference again.
//
// Measured with 5.8 million corporations and 2,300 rows, in seconds of processor (2 shared cores): the copy
// 0.6, the difference 0.09 to 0.11, its place 0.1; on each ninth day, when segments of the name index join,
// the difference 0.38; again 0.01.

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>

#include "registries/builder/builder.hpp"
#include "registries/corporations/corporation_items.hpp"
#include "registries/store/registry.hpp"
#include "tests/bench/synthetic_register.hpp"
#include "tests/bench/watch.hpp"
#include "tests/support/scratch_folder.hpp"

namespace {

using namespace daicho;
namespace item = corporation_item;

/// Any 28 days of a month: gaps are not refused.
std::string day_of(std::size_t day) {
    constexpr std::size_t month_days = 28, first_month = 9;
    const auto two = [](std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return "2026-" + two(first_month + day / month_days) + "-" + two(1 + day % month_days);
}

std::string cell(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + "\"";
}

/// A difference of that day: of each corporation drawn the state that the registry has, with another name or
/// seat.
std::string write_difference(const ScratchFolder& folder, const std::string& registry,
                             const std::vector<std::uint64_t>& numbers, std::size_t day, std::size_t rows) {
    const Registry opened(registry);
    Statement corporation = opened.database().prepare("select * from corporation where corporateNumber = ?");
    std::mt19937_64 random(day);
    std::string text;
    for (std::size_t i = 0; i < rows; ++i) {
        corporation.bind(0, static_cast<std::int64_t>(numbers[random() % numbers.size()]));
        if (!corporation.step()) continue;
        std::array<std::string, item::count> cells;
        for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = corporation.text(static_cast<int>(c));
        corporation.reset();
        if (cells[item::process] == "99") continue;
        cells[item::sequence_number] = std::to_string(i + 1);
        cells[item::update_date] = cells[item::change_date] = day_of(day);
        const bool moved = random() % 3 != 0;
        cells[item::process] = moved ? "12" : "11";
        cells[moved ? item::street : item::name] += moved ? "２階" : "新";
        for (std::size_t c = 0; c < cells.size(); ++c) text += (c ? "," : "") + cell(cells[c]);
        text += '\n';
    }
    std::string name = "diff_" + day_of(day) + ".csv";
    std::erase(name, '-');
    return folder.write(name, text);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t corporations = argc > 1 ? std::stoul(argv[1]) : 600'000;
    const std::size_t days = argc > 2 ? std::stoul(argv[2]) : 12;
    const std::size_t rows = argc > 3 ? std::stoul(argv[3]) : 3'000;
    const ScratchFolder folder;
    const std::string full = folder / "00_zenkoku_all_20260821.csv", registry = folder / "r.sqlite";
    std::ifstream file(DAICHO_BENCH_FOLDER "/corporation_statistics.tsv");
    const std::string statistics{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::uint64_t> numbers;
    {
        const bench::SyntheticRegister made(statistics, corporations);
        made.write_full(full);
        numbers = made.numbers();
    }
    build_registry(registry, {full}, {});
    std::printf("seconds of processor, %zu corporations, %zu rows a day\n", corporations, rows);
    std::printf("%-10s %10s %12s %12s %10s\n", "day", "the copy", "difference", "in its place", "segments");
    std::string last;
    for (std::size_t day = 0; day < days; ++day) {
        last = write_difference(folder, registry, numbers, day, rows);
        BuildOptions options;
        const bench::Watch watch;
        std::vector<double> at{0};
        options.step = [&](BuildOptions::Step) { at.push_back(watch.cpu()); };
        update_registry(registry, {last}, options, {});
        at.resize(4, at.back());
        const auto segments =
            Registry(registry).database().number("select count(*) from corporation_name_segment");
        std::printf("%-10s %10.3f %12.3f %12.3f %10lld\n", day_of(day).c_str(), at[1] - at[0], at[2] - at[1],
                    at[3] - at[2], static_cast<long long>(segments));
    }
    const bench::Watch watch;
    update_registry(registry, {last}, {}, {});
    std::printf("%-10s %10s %12.3f\n", "again", "", watch.cpu());
    return 0;
}
