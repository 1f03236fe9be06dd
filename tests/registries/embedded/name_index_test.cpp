#include "registries/embedded/name_index.hpp"

#include <catch2/catch.hpp>
#include <vector>

using daicho::NameIndex;

namespace {

std::vector<std::uint32_t> things(const NameIndex& index, std::u16string_view start) {
    std::vector<std::uint32_t> numbers;
    for (const NameIndex::Key& key : index.beginning_with(start)) numbers.push_back(key.thing);
    return numbers;
}

}  // namespace

TEST_CASE("names are found by what they begin with, the shortest first") {
    NameIndex index;
    index.add(u"府中町", 1, 0);
    index.add(u"府中", 2, 0);
    index.add(u"府中市", 3, 0);
    index.add(u"府中市", 4, 0);
    index.add(u"甲府市", 5, 0);
    index.settle();
    CHECK(things(index, u"府中") == std::vector<std::uint32_t>{2, 3, 4, 1});
    CHECK(things(index, u"府中市") == std::vector<std::uint32_t>{3, 4});
    CHECK(things(index, u"府中市役所").empty());
    CHECK(things(index, u"中").empty());
    CHECK(things(index, u"").size() == 5);
}
