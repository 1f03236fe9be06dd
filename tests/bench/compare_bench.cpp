// Two editions compared by `diff`: 1 million records of 30 columns, the later one shuffled with one record of
// a hundred changed, and narrow tables so long that what is known of their records is put aside in files.
// Wall time, CPU and memory of the whole command, the best of three; beside it programs of others that
// compare tables by a key, where they are on the PATH, and what the machine takes to read both files at all.
//   compare_bench [RECORDS [LONG]]
// RECORDS: of the tables of 30 columns (1 million, 345 MB each); LONG: of the narrow ones (10 million, 220
// MB).

#include <fstream>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "tests/bench/command_comparison.hpp"
#include "tests/bench/records.hpp"

using bench::Command;
using bench::CommandFiles;

namespace {

const std::string program = DAICHO_PROGRAM;

constexpr std::size_t one_of = 100;  // records that change

std::vector<std::uint32_t> shuffled(std::size_t count) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), std::mt19937(7));
    return order;
}

/// The record with a serial number in place of the remarks.
std::string wide_record(std::size_t i, bool changed) {
    std::string line = bench::record(changed ? i + 1 : i, false);
    line.pop_back();
    line.resize(line.rfind(','));
    return line + "," + bench::digits(i, 8) + "\n";
}

std::string narrow_record(std::size_t i, bool changed) {
    return bench::digits(i, 9) + ",名称" + std::to_string(i * 7919 % 99991) + (changed ? "新" : "") + "\n";
}

template <typename Make>
void write_editions(const CommandFiles& files, const std::string& header, std::size_t count, Make&& make) {
    std::ofstream before(files.path("old.csv"), std::ios::binary),
        after(files.path("new.csv"), std::ios::binary);
    before << header;
    after << header;
    for (std::size_t i = 0; i < count; ++i) before << make(i, false);
    for (const std::uint32_t i : shuffled(count)) after << make(i, i % one_of == 0);
}

void report(const std::string& name, const Command& command, int fine) {
    const bench::CommandCost cost = bench::command_cost(command, fine, 3);
    if (cost.seconds <= 0) return static_cast<void>(std::printf("  %-44s not there\n", name.c_str()));
    std::printf("  %-44s %7.2f s of wall %7.2f s of CPU %6.0f MB memory\n", name.c_str(), cost.wall,
                cost.seconds, cost.megabytes);
}

void compare_editions(const CommandFiles& files, const std::string& key) {
    const std::string before = files.path("old.csv"), after = files.path("new.csv");
    std::printf("%.0f MB each\n", static_cast<double>(std::filesystem::file_size(before)) / 1e6);
    const Command diff{program, "diff", before, after, "--key", key};
    const auto with = [&](std::initializer_list<std::string> more) {
        Command command = diff;
        command.insert(command.end(), more);
        return command;
    };
    report("diff --key, summary", with({"--format", "summary"}), 1);
    report("diff --key, jsonl", with({"--format", "jsonl"}), 1);
    report("diff --key, one thread", with({"--format", "summary", "--one-thread"}), 1);
    report("diff, the key is found", {program, "diff", before, after, "--format", "summary"}, 1);
    report("(daff)", {"daff", "diff", "--id", key, before, after}, 1);
    report("(csv-diff)", {"csv-diff", before, after, "--key", key}, 1);
    report("(qsv diff)", {"qsv", "diff", before, after}, 1);
    report("(cat both)", {"cat", before, after}, 0);
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t records = count > 1 ? std::stoul(arguments[1]) : 1'000'000;
    const std::size_t narrow = count > 2 ? std::stoul(arguments[2]) : 10'000'000;
    const CommandFiles files;
    const std::string header = bench::header.substr(0, bench::header.rfind(',')) + ",番号\n";
    std::printf("%zu records of 30 columns, ", records);
    write_editions(files, header, records, wide_record);
    compare_editions(files, "番号");
    std::printf("%zu records of 2 columns, ", narrow);
    write_editions(files, "番号,名称\n", narrow, narrow_record);
    compare_editions(files, "番号");
    return 0;
}
