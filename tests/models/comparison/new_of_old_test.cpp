#include "models/comparison/new_of_old.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <numeric>
#include <random>

#include "tests/support/scratch_folder.hpp"

using namespace daicho;

TEST_CASE("pairs are read in the order of the old records, whatever memory there is") {
    const ScratchFolder folder;
    for (std::uint32_t count : {0, 1, 255, 256, 257, 5000}) {
        for (const std::size_t bytes : {std::size_t{1} << 20, std::size_t{0}}) {
            std::mt19937 random(count);
            std::vector<std::uint32_t> expected(count), order(count);
            for (std::uint32_t& is : expected)
                is = static_cast<std::uint32_t>(random() % 3);  // 0: the record went
            std::iota(order.begin(), order.end(), 0);
            std::shuffle(order.begin(), order.end(), random);
            {
                NewOfOld pairs(count, folder / "pairs", bytes);
                for (const std::uint32_t i : order) {
                    if (expected[i] != 0) pairs.add(i % 2, i + 1, expected[i]);
                }
                std::vector<std::uint32_t> found(count);
                for (std::uint32_t& is : found) is = pairs.next();
                CHECK(found == expected);
            }
            CHECK(std::filesystem::is_empty(folder / ""));
        }
    }
}
