#include "models/comparison/record_marks.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <tuple>

#include "tests/support/scratch_folder.hpp"

using namespace daicho;
using Plain = std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>;

namespace {

/// Keys that are spread, keys that all stand in one part, keys that few have.
std::vector<Plain> drawn_marks(unsigned seed, std::size_t count) {
    std::mt19937_64 random(seed);
    std::vector<Plain> marks;
    for (std::uint64_t record = 1; record <= count; ++record) {
        const std::uint64_t key = seed % 3 == 0 ? random() : seed % 3 == 1 ? random() >> 8 : random() % 5;
        marks.emplace_back(key, random(), record);
    }
    return marks;
}

}  // namespace

TEST_CASE("marks come part by part, by key and record, whatever memory there is") {
    const ScratchFolder folder;
    for (unsigned seed = 0; seed < 12; ++seed) {
        auto expected = drawn_marks(seed, 3000);
        std::vector<Plain> found;
        const std::string path = folder / ("marks" + std::to_string(seed));
        {
            RecordMarks marks(path, seed < 6 ? std::size_t{1} << 30 : seed * 500);
            for (const auto& [key, content, record] : expected) marks.add({key, content, record});
            CHECK(std::filesystem::exists(path) == (seed >= 6));
            for (std::size_t part = 0; part < RecordMarks::parts; ++part) {
                for (const RecordMark& mark : marks.take(part)) {
                    CHECK(mark.key >> 56 == part);
                    found.emplace_back(mark.key, mark.content, mark.record);
                }
            }
        }
        CHECK_FALSE(std::filesystem::exists(path));
        std::sort(expected.begin(), expected.end(), [](const Plain& a, const Plain& b) {
            return std::pair(std::get<0>(a), std::get<2>(a)) < std::pair(std::get<0>(b), std::get<2>(b));
        });
        CHECK(found == expected);
    }
}
