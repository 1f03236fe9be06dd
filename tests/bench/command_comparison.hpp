#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/bench/command_time.hpp"
#include "tests/support/scratch_folder.hpp"

namespace bench {

using Command = std::vector<std::string>;

/// The files of a run, in a folder that goes with it.
class CommandFiles {
 public:
    std::string path(const std::string& name) const { return folder_ / name; }

 private:
    daicho::ScratchFolder folder_;
};

inline std::size_t count_lines(const std::string& path) {
    std::ifstream file(path);
    std::size_t count = 0;
    for (std::string line; std::getline(file, line);) ++count;
    return count;
}

/// Runs commands over one file and prints a line for each: records a second of CPU, MB a second, and how it
/// compares with the first of them.
class Comparison {
 public:
    Comparison(const char* what, const std::string& file, std::size_t records)
        : bytes_(static_cast<double>(std::filesystem::file_size(file))),
          records_(static_cast<double>(records)) {
        std::printf("\n%s: %zu records, %.1f MB\n", what, records, bytes_ / 1e6);
    }

    /// `fine`: an exit code that says no more than that there are findings.
    void run(const std::string& name, const Command& command, int fine = 0) {
        const CommandCost cost = command_cost(command, fine);
        if (cost.seconds <= 0) return static_cast<void>(std::printf("  %-44s not there\n", name.c_str()));
        if (first_ == 0) first_ = cost.seconds;
        std::printf("  %-44s %7.3f s %6.2f million/s %7.0f MB/s %6.0f MB memory   %6.2f of the first\n",
                    name.c_str(), cost.seconds, records_ / cost.seconds / 1e6, bytes_ / cost.seconds / 1e6,
                    cost.megabytes, cost.seconds / first_);
    }

 private:
    double bytes_;
    double records_;
    double first_ = 0;
};

}  // namespace bench
