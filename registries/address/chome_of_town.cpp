#include "registries/address/chome_of_town.hpp"

#include <algorithm>
#include <utility>

namespace daicho {

using namespace address_format;

bool is_without_chome(const IndexView& index, std::uint32_t at) {
    const TownRecord& town = index.towns[at];
    if (town.koaza != 0 || (town.flags & (town_group | town_of_second_list)) != 0) return false;
    const TownRecord& next = index.towns[at + 1];
    return town.chome == 0 &&
           !(next.municipality == town.municipality && next.oaza_cho == town.oaza_cho && next.chome != 0);
}

bool may_be_chome(const FoldedText& text, std::string_view source, const LotText& lot) {
    constexpr std::uint64_t most_chome = 99;
    if (lot.count == 0 || lot.banchi) return false;
    const LotPart& first = lot.parts[0];
    return !is_stem(text, source, first.begin) && (!first.number || first.value <= most_chome);
}

/// They stand behind the towns of the registry and before the groups, ordered.
std::uint32_t listed_chome(const IndexView& index, std::uint32_t at, std::uint64_t number) {
    const auto key = [](const TownRecord& town) { return std::pair(town.municipality, town.oaza_cho); };
    const auto towns = index.towns;
    const auto end = towns.end() - 1;  // the sentinel
    const auto first = std::partition_point(towns.begin(), end, [](const TownRecord& town) {
        return (town.flags & (town_group | town_of_second_list)) == 0;
    });
    const auto last = std::partition_point(
        first, end, [](const TownRecord& town) { return (town.flags & town_group) == 0; });
    auto found = std::lower_bound(first, last, towns[at],
                                  [&](const TownRecord& a, const TownRecord& b) { return key(a) < key(b); });
    for (; found != last && key(*found) == key(towns[at]); ++found) {
        if (found->chome_number == number) return static_cast<std::uint32_t>(found - towns.begin());
    }
    return nothing;
}

}  // namespace daicho
