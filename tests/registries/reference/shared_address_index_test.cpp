#include "registries/reference/shared_address_index.hpp"

#include <filesystem>

#include <catch2/catch.hpp>

#include "grammars/base/error.hpp"
#include "tests/support/small_address_index.hpp"

using namespace daicho;

namespace {

const std::vector<SmallTown> towns = {
    {"131016", "0055000", "東京都", "", "千代田区", "", "二番町", "", ""},
    {"131016", "0056000", "東京都", "", "千代田区", "", "紀尾井町", "", ""}};

}  // namespace

TEST_CASE("the program opens the index of a registry once, whatever name leads to it") {
    const SmallAddressIndex small{towns};
    const ScratchFolder folder;
    std::filesystem::create_symlink(small.registry(), folder / "link");
    const auto one = shared_address_index(small.registry());
    REQUIRE(one);
    CHECK(one->facts().towns == 2);
    CHECK(one == shared_address_index(folder / "link"));
}

TEST_CASE("a registry that took the place of another has its own index while the old one is still in use") {
    const SmallAddressIndex small{towns};
    const auto old = shared_address_index(small.registry());
    const ScratchFolder folder;
    const std::string file =
        folder.write("mt_city_all_20250101.csv",
                     "lg_code,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,"
                     "city_kana,city_roma,ward,ward_kana,ward_roma,efct_date,ablt_date,remarks\n" +
                         SmallAddressIndex::municipality("131016", "東京都", "千代田区", ""));
    REQUIRE(update_registry(small.registry(), {file}, {}, {}).changed);
    const auto now = shared_address_index(small.registry());
    REQUIRE(now);
    CHECK(now->generation() != old->generation());
    CHECK_NOTHROW(old->verify());
}

TEST_CASE("there is no index of a registry without places, nor of none") {
    const ScratchFolder folder;
    build_registry(folder / "r.sqlite", {std::string{DAICHO_SOURCE_DIR} + "/tests/data/nta"}, {});
    CHECK(shared_address_index(folder / "r.sqlite") == nullptr);
    CHECK_THROWS_AS(shared_address_index(folder / "none.sqlite"), Error);
}
