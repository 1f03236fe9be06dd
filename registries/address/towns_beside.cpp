#include "registries/address/towns_beside.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <span>
#include <string_view>

#include "registries/address/designated_city.hpp"
#include "registries/address/index_format.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::size_t kind_size = std::string_view("町").size();

/// Those of the municipality, which stand side by side; not where the record is of no town of the registry,
/// or came there from another municipality.
std::span<const TownRecord> towns_beside(const IndexView& index, std::uint32_t town) {
    const auto first = index.towns.begin(), end = index.towns.end() - 1;  // the sentinel
    auto from = first + town, to = from;
    if ((from->flags & (town_group | town_of_second_list | town_of_older_edition)) != 0) return {};
    while (from != first && (from - 1)->municipality == to->municipality) --from;
    while (to != end && to->municipality == from->municipality) ++to;
    return {from, to};
}

/// The first three digits of a postal code; 0: there is none.
std::uint32_t area_of(std::string_view code) {
    std::uint32_t area = 0;
    const std::string_view digits = code.substr(0, 3);
    std::from_chars(digits.data(), digits.data() + digits.size(), area);
    return area;
}

}  // namespace

bool is_code_of_elsewhere(const IndexView& index, std::uint32_t town, std::uint32_t postal_code) {
    constexpr std::uint32_t behind_area = 10'000;
    bool known = false;
    for (const TownRecord& other : towns_beside(index, town)) {
        const std::uint32_t area = area_of(index.string(other.postal_code));
        if (area == postal_code / behind_area) return false;
        known = known || area != 0;
    }
    return known;
}

bool is_outside_former(const IndexView& index, const std::vector<TownCandidate>& towns,
                       std::string_view old_municipality) {
    if (towns.empty()) return false;
    const std::string_view name = without_county(old_municipality);
    const std::string_view stem = name.substr(0, name.size() - std::min(name.size(), kind_size));
    const auto oaza = [&](const TownRecord& town) { return index.string(town.oaza_cho); };
    const auto bears_name = [&](const TownRecord& town) {
        return oaza(town).starts_with(name) && oaza(town).size() > name.size();
    };
    const std::uint32_t town = towns.front().town;
    if (oaza(index.towns[town]).starts_with(stem)) return false;  // 黒瀬楢原東 of 黒瀬町
    return std::ranges::any_of(towns_beside(index, town), bears_name);
}

}  // namespace daicho
