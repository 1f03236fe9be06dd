#include "grammars/base/pipeline.hpp"

#include <atomic>
#include <stdexcept>
#include <vector>

#include "catch2/catch.hpp"

using namespace daicho;

namespace {

/// Squares the numbers below `count` on `threads` threads.
std::vector<int> squares(unsigned threads, int count) {
    int next = 0;
    std::vector<int> out;
    ordered_pipeline<int, int>(
        threads,
        [&](int& in) {
            in = next++;
            return in < count;
        },
        [](int& in, int& result) {
            for (int spin = 0; spin < (in % 7) * 1000; ++spin) result = spin;  // some take longer than others
            result = in * in;
        },
        [&](int& in, int& result) {
            if (in * in != result) throw std::logic_error{"mixed up"};
            out.push_back(result);
        });
    return out;
}

}  // namespace

TEST_CASE("results come in the order of production, whatever the number of threads") {
    std::vector<int> expected;
    for (int i = 0; i < 1000; ++i) expected.push_back(i * i);
    for (const unsigned threads : {1u, 2u, 3u, 8u}) CHECK(squares(threads, 1000) == expected);
    CHECK(squares(4, 0).empty());
}

TEST_CASE("an exception of any step reaches the caller and ends the run") {
    for (const unsigned threads : {1u, 4u}) {
        for (const int where : {0, 1, 2}) {
            std::atomic<int> produced = 0;
            const auto fail_at = [&](int step, int number) {
                if (step == where && number == 50) throw std::runtime_error{"stop"};
            };
            CHECK_THROWS_AS(
                (ordered_pipeline<int, int>(
                    threads,
                    [&](int& in) {
                        in = produced++;
                        fail_at(0, in);
                        return true;
                    },
                    [&](int& in, int&) { fail_at(1, in); }, [&](int& in, int&) { fail_at(2, in); })),
                std::runtime_error);
        }
    }
}
