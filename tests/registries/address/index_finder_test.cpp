#include "registries/address/index_finder.hpp"
#include "registries/address/address_generation.hpp"

#include <atomic>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "registries/address/index_place.hpp"
#include "tests/support/scoped_variable.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131016", "0055000", "東京都", "", "千代田区", "", "二番町", "", ""},
    {"131016", "0056000", "東京都", "", "千代田区", "", "紀尾井町", "", ""}};

/// A registry with its index beside it, a cache, and what was said.
struct Case {
    SmallAddressIndex small{towns};
    ScratchFolder folder;
    ScopedVariable cache{"XDG_CACHE_HOME", folder / "cache"};
    std::atomic<int> said{0};
    std::string last;
    IndexTalk talk{.say =
                       [this](const std::string&, const std::string& en) {
                           ++said;
                           last = en;
                       },
                   .progress = {}};

    std::string generation() const { return address_generation(Registry{small.registry()}); }
    std::string beside() const { return IndexPlace::beside(small.registry(), generation()).path(); }
    std::string cached() const { return IndexPlace::in_cache(small.registry(), generation())->path(); }
    AddressIndex make() const { return *find_or_make_address_index(Registry{small.registry()}, talk); }
    std::string used() const { return make().path(); }
    void remove_beside() const { REQUIRE(remove_file(beside())); }
};

void overwrite(const std::string& path, const std::string& bytes) {
    OutputFile out{path};
    out.write(bytes);
    out.commit();
}

}  // namespace

TEST_CASE("the index beside the registry is used, and nothing is said or written") {
    Case it;
    CHECK(it.used() == it.beside());
    CHECK(it.said == 0);
    CHECK_FALSE(file_facts(it.folder / "cache"));
}

TEST_CASE("an index that is missing is made in the cache, once, and said once") {
    Case it;
    it.remove_beside();
    CHECK(it.used() == it.cached());
    CHECK(it.said == 1);
    CHECK(it.last.find(it.cached()) != std::string::npos);
    CHECK_NOTHROW(it.make().verify());
    CHECK(it.used() == it.cached());
    CHECK(it.said == 1);
}

TEST_CASE("an index beside the registry that cannot be used is left alone, and the reason is said") {
    Case it;
    const std::string whole = read_file(it.beside());
    std::string other_version = whole, other_generation = whole;
    other_version[8] = static_cast<char>(other_version[8] + 1);
    other_generation[24] = other_generation[24] == '0' ? '1' : '0';
    for (const auto& [bytes, reason] :
         std::vector<std::pair<std::string, std::string>>{{other_version, "another version"},
                                                          {other_generation, "another registry"},
                                                          {whole.substr(0, whole.size() / 2), "cut short"},
                                                          {"", "empty"}}) {
        INFO(reason);
        overwrite(it.beside(), bytes);
        CHECK(it.used() == it.cached());
        CHECK(it.last.find(reason) != std::string::npos);
        CHECK(read_file(it.beside()) == bytes);
        remove_file(it.cached());
    }
    CHECK(it.said == 4);
}

TEST_CASE("an index in the cache that cannot be used is made again") {
    Case it;
    it.remove_beside();
    it.make();
    const std::string whole = read_file(it.cached());
    overwrite(it.cached(), whole.substr(0, 1000));
    CHECK(it.used() == it.cached());
    CHECK(read_file(it.cached()) == whole);
}

TEST_CASE("making an index in the cache removes those of other generations and what killed runs left") {
    Case it;
    it.remove_beside();
    const std::string old = IndexPlace::in_cache(it.small.registry(), "00ff")->path();
    const std::string left = it.cached() + ".daicho-abcdef";
    const std::string others = it.folder / "cache/daicho/other-0123456789ab.00ff.addresses";
    for (const std::string& path : {old, left, others})
        it.folder.write(path.substr(it.folder.path().size() + 1), "x");
    it.make();
    CHECK_FALSE(file_facts(old));
    CHECK_FALSE(file_facts(left));
    CHECK(file_facts(others));
}

TEST_CASE("where nothing can be written in the cache the index is for this run only") {
    Case it;
    it.remove_beside();
    const ScopedVariable cache{"XDG_CACHE_HOME", "/dev/null"};
    const ScopedVariable temporary{"TMPDIR", it.folder.path()};
    const AddressIndex index = it.make();
    CHECK_NOTHROW(index.verify());
    CHECK(list_folder(it.folder.path()).empty());
    CHECK(it.said == 1);
    CHECK(it.last.find("XDG_CACHE_HOME") != std::string::npos);
}

TEST_CASE("where nothing can be written anywhere it is an error") {
    Case it;
    it.remove_beside();
    const ScopedVariable cache{"XDG_CACHE_HOME", "/dev/null"};
    const ScopedVariable temporary{"TMPDIR", "/dev/null"};
    CHECK_THROWS_AS(it.make(), Error);
}

TEST_CASE("several that want an index at once get the same one, made once") {
    Case it;
    it.remove_beside();
    std::vector<std::thread> threads;
    std::atomic<int> right{0};
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] { right += it.used() == it.cached(); });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(right == 4);
    CHECK(it.said == 1);
    CHECK(list_folder(it.folder / "cache/daicho").size() == 2);  // the index and the lock
}

TEST_CASE("a registry without places has no index") {
    const ScratchFolder folder;
    build_registry(folder / "r.sqlite", {std::string{DAICHO_SOURCE_DIR} + "/tests/data/nta"}, {});
    CHECK_FALSE(find_or_make_address_index(Registry{folder / "r.sqlite"}, {}));
}
