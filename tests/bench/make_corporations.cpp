// Writes a synthetic register of corporations: make_corporations FOLDER [CORPORATIONS [ROWS OF THE
// DIFFERENCE]].

#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>

#include "tests/bench/synthetic_register.hpp"

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "make_corporations FOLDER [CORPORATIONS [ROWS OF THE DIFFERENCE]]\n");
        return 2;
    }
    try {
        const std::string folder = argv[1];
        const std::size_t corporations = argc > 2 ? std::stoul(argv[2]) : 5'800'000;
        const std::size_t rows = argc > 3 ? std::stoul(argv[3]) : 3'000;
        std::ifstream file(DAICHO_BENCH_FOLDER "/corporation_statistics.tsv");
        const std::string statistics{std::istreambuf_iterator<char>(file), {}};
        const bench::SyntheticRegister made(statistics, corporations);
        made.write_full(folder + "/00_zenkoku_all_20260821.csv");
        made.write_difference(folder + "/diff_20260824.csv", rows);
        made.write_later(folder + "/00_zenkoku_all_20260831.csv", rows);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
    return 0;
}
