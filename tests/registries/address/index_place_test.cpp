#include "registries/address/index_place.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "grammars/base/os_files.hpp"
#include "tests/support/scoped_variable.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace daicho;

TEST_CASE("an index lies beside its registry, with the generation in its name") {
    const ScratchFolder folder;
    const std::string registry = folder.write("r.sqlite", "");
    CHECK(IndexPlace::beside(registry, "0123456789abcdef").path() ==
          folder / "r.sqlite.0123456789abcdef.addresses");
}

TEST_CASE("the index of a registry that is a link lies beside what it leads to") {
    const ScratchFolder folder;
    std::filesystem::create_directory(folder / "there");
    const std::string registry = real_target(folder.write("there/r.sqlite", ""));
    std::filesystem::create_symlink(registry, folder / "link");
    CHECK(IndexPlace::beside(folder / "link", "00ff").path() == registry + ".00ff.addresses");
}

TEST_CASE("registries of one name in different folders have places of their own in the cache") {
    const ScratchFolder folder;
    const ScopedVariable cache{"XDG_CACHE_HOME", folder / "cache"};
    const std::string one = IndexPlace::in_cache("/a/r.sqlite", "00ff")->path();
    CHECK(one != IndexPlace::in_cache("/b/r.sqlite", "00ff")->path());
    CHECK(one.starts_with(folder / "cache/daicho/r.sqlite-"));
    CHECK(one.ends_with(".00ff.addresses"));
}

TEST_CASE("the cache is in the home folder where $XDG_CACHE_HOME names no place, and nowhere without one") {
    const ScopedVariable cache{"XDG_CACHE_HOME", "relative"};
    {
        const ScopedVariable home{"HOME", "/a"};
        CHECK(IndexPlace::in_cache("/r.sqlite", "00ff")->folder() == "/a/.cache/daicho");
    }
    const ScopedVariable home{"HOME", ""};
    CHECK_FALSE(IndexPlace::in_cache("/r.sqlite", "00ff"));
}

TEST_CASE("indexes of other generations and what killed runs left are removed, and nothing else is") {
    const ScratchFolder folder;
    const std::string registry = folder.write("r", "");
    const std::vector<std::string> kept = {"r.00ff.addresses",  "r.lock",
                                           "r.sqlite",          "r.sqlite.00aa.addresses",
                                           "r.notes.addresses", "s.00aa.addresses"};
    for (const std::string& name : kept) folder.write(name, "x");
    for (const char* name :
         {"r.00aa.addresses", "r.00aa.addresses.daicho-abcdef", "r.00ff.addresses.daicho-abcdef"}) {
        folder.write(name, "x");
    }
    IndexPlace::beside(registry, "00ff").remove_others();
    for (const std::string& name : kept) CHECK(file_facts(folder / name));
    CHECK(list_folder(folder.path()).size() == kept.size() + 1);
    IndexPlace::beside(registry, "00ff").remove_all();
    CHECK_FALSE(file_facts(folder / "r.00ff.addresses"));
}
