#include "registries/knowledge/knowledge.hpp"

#include <algorithm>
#include <filesystem>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "models/engine/address_reference.hpp"
#include "models/engine/corporation_reference.hpp"
#include "models/engine/corporation_search.hpp"
#include "models/engine/reference_data.hpp"
#include "registries/address/address_matcher.hpp"
#include "tests/support/scoped_variable.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;
using Missing = std::vector<MissingKnowledge>;

namespace {

const std::vector<SmallTown> kioicho = {
    {"131016", "0056000", "東京都", "", "千代田区", "", "紀尾井町", "", ""}};
const std::vector<SmallTown> hakusan = {
    {"131059", "0001001", "東京都", "", "文京区", "", "白山", "一丁目", ""}};

/// A place where nobody has a registry or an index.
struct EmptyPlace {
    ScratchFolder folder;
    ScopedVariable data{"XDG_DATA_HOME", folder / "data"};
    ScopedVariable cache{"XDG_CACHE_HOME", folder / "cache"};
    ScopedVariable usual{"DAICHO_REGISTRY", ""};
};

KnowledgeOptions of_registry(const std::string& path) {
    return {.registry = path};
}

}  // namespace

TEST_CASE(
    "without a registry the compiled-in answers are given, and what was missed is known once it was asked") {
    const EmptyPlace nowhere;
    const Knowledge known;
    const KnowledgeSources sources = known.sources();
    CHECK(known.missing() == Missing{});
    const std::string_view keys[] = {"131016"};
    ReferenceAnswer answers[1];
    sources.codes->find("municipality", keys, {}, answers);
    CHECK(answers[0].known == ReferenceAnswer::Known::present);
    CHECK(known.missing() == Missing{});
    CHECK(sources.characters == nullptr);
    CHECK(known.addresses() == nullptr);
    CHECK_FALSE(sources.corporation_search->is_there());
    CHECK(sources.corporations->find("8000012010038", {}).standing == KnownCorporation{}.standing);
    CHECK(known.missing() == Missing{MissingKnowledge::addresses, MissingKnowledge::corporations,
                                     MissingKnowledge::corporation_names});
}

TEST_CASE("addresses are asked for what stands beside a name in a line as for what an option says") {
    const EmptyPlace nowhere;
    const auto asks_addresses = [&](std::string_view query, std::string_view address) {
        const Knowledge known;
        LookupContext context;
        context.corporations.address = address;
        static_cast<void>(known.look_up("corporation", query, context));
        return std::ranges::count(known.missing(), MissingKnowledge::addresses) == 1;
    };
    for (const std::string address : {"福井市毛矢1-10-1", "910-0000 福井県福井市", "不明"}) {
        INFO(address);
        CHECK(asks_addresses("山田商会", address));
        CHECK(asks_addresses("山田商会\t" + address, {}));
        CHECK(asks_addresses("\t" + address, {}));
        CHECK(asks_addresses(R"({"name":"山田商会","address":")" + address + R"("})", {}));
    }
    CHECK_FALSE(asks_addresses("山田商会", {}));
    CHECK_FALSE(asks_addresses("福井県庁", {}));
}

TEST_CASE("what is opened is one for all threads") {
    const EmptyPlace nowhere;
    const SmallAddressIndex small{kioicho};
    const Knowledge known(of_registry(small.registry()));
    std::vector<const AddressMatcher*> seen(4);
    std::vector<std::thread> threads;
    for (auto& one : seen) {
        threads.emplace_back([&] {
            const KnowledgeSources sources = known.sources();
            static_cast<void>(sources.addresses->locate("千代田区紀尾井町1-3", {}));
            static_cast<void>(known.look_up("address", "千代田区紀尾井町1-3"));
            one = known.addresses();
        });
    }
    for (std::thread& thread : threads) thread.join();
    REQUIRE(seen[0] != nullptr);
    for (const auto* one : seen) CHECK(one == seen[0]);
    CHECK(seen[0]->match("千代田区紀尾井町1-3").found());
    CHECK(known.missing() == Missing{});
}

TEST_CASE("that an index has to be made is said once") {
    const EmptyPlace nowhere;
    const SmallAddressIndex small{kioicho};
    std::filesystem::remove(small.path());
    std::string said;
    KnowledgeOptions options = of_registry(small.registry());
    options.say = [&](const std::string&, const std::string& en) { said += en; };
    const Knowledge one(options), other(options);
    REQUIRE(one.addresses() != nullptr);
    REQUIRE(other.addresses() != nullptr);
    const std::string start = small.registry() + ": there is no index of addresses";
    CHECK(said.starts_with(start));
    CHECK(said.find(start, 1) == std::string::npos);
}

TEST_CASE("a registry that was named and is not there is an error when it is first asked") {
    const Knowledge known(of_registry("/dev/null/none.sqlite"));
    CHECK_THROWS_AS(known.addresses(), Error);
    CHECK_THROWS_AS(known.sources(), Error);
    CHECK_THROWS_AS(SharedKnowledge(of_registry("/dev/null/none.sqlite")), Error);
}

TEST_CASE("a registry that takes the place of another is seen when it is looked for, by who comes then") {
    const EmptyPlace nowhere;
    const SmallAddressIndex before{kioicho}, after{hakusan};
    const std::string path = nowhere.folder / "registry.sqlite";
    std::filesystem::copy_file(before.registry(), path);
    SharedKnowledge shared(of_registry(path));
    const auto at_work = shared.now();
    CHECK(at_work->look_up("town", "千代田区紀尾井町").matches.size() == 1);
    CHECK_FALSE(shared.reopen_if_replaced());

    const std::string next = nowhere.folder / "next.sqlite";
    std::filesystem::copy_file(after.registry(), next);
    std::filesystem::rename(next, path);
    CHECK(at_work->is_outdated());
    CHECK(shared.now() == at_work);
    CHECK(shared.reopen_if_replaced());
    CHECK_FALSE(shared.reopen_if_replaced());
    CHECK(shared.now()->look_up("town", "文京区白山一丁目").matches.size() == 1);
    CHECK(shared.now()->look_up("town", "千代田区紀尾井町").matches.empty());
    // Whoever is at work stays with the registry it began with, in new threads too.
    std::size_t found = 0;
    std::thread([&] { found = at_work->look_up("town", "千代田区紀尾井町").matches.size(); }).join();
    CHECK(found == 1);
    CHECK(at_work->look_up("town", "文京区白山一丁目").matches.empty());
}

TEST_CASE("a new registry that cannot be read leaves the old one in use") {
    const EmptyPlace nowhere;
    const SmallAddressIndex small{kioicho};
    const std::string path = nowhere.folder / "registry.sqlite";
    std::filesystem::copy_file(small.registry(), path);
    SharedKnowledge shared(of_registry(path));
    const auto before = shared.now();
    const std::string broken = nowhere.folder / "broken";
    OutputFile(broken).commit();
    std::filesystem::rename(broken, path);
    CHECK_THROWS_AS(shared.reopen_if_replaced(), Error);
    CHECK(shared.now() == before);
    CHECK(before->look_up("town", "千代田区紀尾井町").matches.size() == 1);
}
