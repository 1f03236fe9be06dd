// What the gate costs: `check` over 1,000 files and again over the same files, with what it has kept; with a
// baseline of ten thousand findings; and what fingerprints and reports cost beside validating: a table in
// which one record of ten, or each, has a bad cell, told as one finding, and all of them in the forms that CI
// reads. Whole commands, wall time, CPU and memory of the best of three.
//   gate_bench [FILES [RECORDS]]
// FILES: of the repository (1,000 of 30 records each); RECORDS: of the bad tables (100,000).

#include <cstdlib>
#include <fstream>
#include <string>

#include "tests/bench/command_comparison.hpp"
#include "tests/bench/records.hpp"

using bench::Command;
using bench::CommandCost;
using bench::CommandFiles;

namespace {

const std::string program = DAICHO_PROGRAM;
const std::string model = DAICHO_BENCH_FOLDER "/records.gifm#CheckedRecord";

double report(const std::string& name, const Command& command, double beside = 0) {
    const CommandCost cost = bench::command_cost(command, 1, 3);
    if (cost.seconds <= 0) {
        std::printf("  %-40s fails\n", name.c_str());
        return 0;
    }
    std::printf("  %-40s %7.3f s of wall %7.3f s of CPU %5.0f MB memory", name.c_str(), cost.wall,
                cost.seconds, cost.megabytes);
    if (beside > 0) std::printf("   %+6.1f %%", 100 * (cost.seconds / beside - 1));
    std::printf("\n");
    return cost.seconds;
}

/// A folder of tables with daicho.toml; every third has a bad cell in each record.
void check_repository(const CommandFiles& files, std::size_t count) {
    const std::string folder = files.path("repository"), config = folder + "/daicho.toml";
    std::filesystem::create_directories(folder + "/tables");
    for (std::size_t i = 0; i < count; ++i) {
        bench::write_table(folder + "/tables/" + bench::digits(i, 4) + ".csv", 30 * i, 30,
                           i % 3 == 0 ? 1 : 0);
    }
    std::ofstream(config) << "model = \"" << model << "\"\nbaseline = \"baseline.jsonl\"\n";
    std::printf("check of %zu files of 30 records\n", count);
    const Command check{program, "check", "--config", config};
    const auto with = [&](std::initializer_list<std::string> more) {
        Command command = check;
        command.insert(command.end(), more);
        return command;
    };
    bench::command_cost({program, "baseline", "create", "--config", config}, 0, 1);
    report("all of it, nothing kept", with({"--cache", "off"}));
    bench::command_cost(check, 1, 1);
    report("again", check);
    report("again, without the baseline", with({"--no-baseline"}));
    report("one file", with({folder + "/tables/0001.csv"}));
    report("one file, without the baseline", with({folder + "/tables/0001.csv", "--no-baseline"}));
}

void cost_of_reports(const CommandFiles& files, std::size_t records, std::size_t bad_one_of) {
    const std::string bad = files.path("bad.csv");
    bench::write_table(bad, 0, records, bad_one_of);
    std::printf("validate of %zu records, a bad cell in one of %zu\n", records, bad_one_of);
    const Command validate{program, "validate", bad, "--model", model};
    const auto as = [&](const std::string& form) {
        Command command = validate;
        command.insert(command.end(), {"--format", form, "--max-findings", "0", "--max-per-rule", "0"});
        return command;
    };
    Command quiet = validate;
    quiet.insert(quiet.end(), {"--max-findings", "1", "--format", "jsonl"});
    const double alone = report("one finding told", quiet);
    for (const char* form : {"text", "jsonl", "sarif", "gitlab", "junit", "checkstyle"}) {
        report(form, as(form), alone);
    }
}

}  // namespace

int main(int count, char** arguments) {
    const CommandFiles files;
    setenv("XDG_CACHE_HOME", files.path("cache").c_str(), 1);
    check_repository(files, count > 1 ? std::stoul(arguments[1]) : 1'000);
    const std::size_t records = count > 2 ? std::stoul(arguments[2]) : 100'000;
    cost_of_reports(files, records, 10);
    cost_of_reports(files, records, 1);
    return 0;
}
