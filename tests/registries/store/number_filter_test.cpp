#include "registries/store/number_filter.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <set>
#include <string>

#include "registries/store/database.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

TEST_CASE("a filter of numbers misses none of them and takes few others for them") {
    const ScratchFolder folder;
    Database database = Database::open_private(folder / "numbers.sqlite");
    database.run("create table number(value integer)");
    std::mt19937_64 random(5);
    std::uniform_int_distribution<std::int64_t> drawn(1'000'000'000'000, 9'999'999'999'999);
    std::set<std::int64_t> numbers;
    for (const std::size_t size : {0u, 1u, 3u, 70u, 5'000u}) {
        while (numbers.size() < size) {
            const std::int64_t number = drawn(random);
            if (numbers.insert(number).second)
                database.run("insert into number values (" + std::to_string(number) + ")");
        }
        Statement all = database.prepare("select value from number");
        const NumberFilter filter(all);
        for (const std::int64_t number : numbers) CHECK(filter.may_have(number));
        std::size_t wrong = 0;
        for (int i = 0; i < 10'000; ++i) wrong += filter.may_have(drawn(random));
        CHECK(wrong < 1'000);
    }
}
