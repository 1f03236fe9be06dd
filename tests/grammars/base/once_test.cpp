#include "grammars/base/once.hpp"

#include <catch2/catch.hpp>

#include <new>

using namespace daicho;

TEST_CASE("what is done once is done again only where it failed") {
    Once once;
    int done = 0;
    CHECK_THROWS_AS(once.run([] { throw std::bad_alloc{}; }), std::bad_alloc);
    once.run([&] { ++done; });
    once.run([&] { ++done; });
    CHECK(done == 1);
}
