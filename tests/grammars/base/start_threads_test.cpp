#include "grammars/base/start_threads.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <atomic>

using namespace daicho;

TEST_CASE("each thread runs with its own number, and none is made where none is wanted") {
    std::array<std::atomic<int>, 8> runs{};
    auto threads = start_threads(runs.size(), [&](std::size_t i) { ++runs[i]; });
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = 0; i < runs.size(); ++i) CHECK(runs[i] == (i < threads.size() ? 1 : 0));
    CHECK(start_threads(0, [](std::size_t) {}).empty());
}
