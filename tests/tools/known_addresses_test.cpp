#include "tools/known_addresses.hpp"

#include <filesystem>
#include <sstream>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/scoped_variable.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131016", "0056000", "東京都", "", "千代田区", "", "紀尾井町", "", ""}};

/// A run in a place where nobody has a registry.
struct Run {
    explicit Run(std::string registry) { session.registry = std::move(registry); }

    ScratchFolder folder;
    ScopedVariable data{"XDG_DATA_HOME", folder / "data"};
    ScopedVariable cache{"XDG_CACHE_HOME", folder / "cache"};
    ScopedVariable usual{"DAICHO_REGISTRY", ""};
    std::ostringstream out, talk;
    Session session{.language = Language::en, .out = out, .talk = talk};
};

}  // namespace

TEST_CASE("without a registry there is no matcher, and that is said once") {
    Run run{""};
    const KnownAddresses known{run.session};
    known.tell_of_missing_registry();
    CHECK(run.talk.str().empty());
    CHECK(known.matcher() == nullptr);
    known.tell_of_missing_registry();
    const std::string said = run.talk.str();
    CHECK(said.find("no registry") != std::string::npos);
    known.tell_of_missing_registry();
    CHECK(run.talk.str() == said);
}

TEST_CASE("the matcher of a registry is one for all threads of a run") {
    const SmallAddressIndex small{towns};
    Run run{small.registry()};
    const KnownAddresses known{run.session};
    std::vector<const AddressMatcher*> seen(4);
    std::vector<std::thread> threads;
    for (auto& one : seen) threads.emplace_back([&] { one = known.matcher(); });
    for (std::thread& thread : threads) thread.join();
    REQUIRE(seen[0] != nullptr);
    for (const auto* one : seen) CHECK(one == seen[0]);
    CHECK(seen[0]->match("千代田区紀尾井町1-3").found());
    known.tell_of_missing_registry();
    CHECK(run.talk.str().empty());
}

TEST_CASE("that an index is made in the cache is said once a run") {
    const SmallAddressIndex small{towns};
    std::filesystem::remove(small.path());
    Run run{small.registry()};
    const KnownAddresses one{run.session}, other{run.session};
    REQUIRE(one.matcher() != nullptr);
    REQUIRE(other.matcher() != nullptr);
    const std::string said = run.talk.str(), start = small.registry() + ": there is no index of addresses";
    CHECK(said.starts_with(start));
    CHECK(said.find(start, 1) == std::string::npos);
}

TEST_CASE("a registry that was named and is not there is an error when addresses are asked for") {
    Run run{"/dev/null/none.sqlite"};
    const KnownAddresses known{run.session};
    CHECK_THROWS_AS(known.matcher(), Error);
}
