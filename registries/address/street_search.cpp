// 京都: the way along the streets in front of a town.

#include <algorithm>

#include "registries/address/address_search.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::int32_t street_cost = 2;
constexpr std::uint32_t longest_street = 60;  ///< symbols

}  // namespace

/// Whether 上る, 下ル, 東入, 西入る ... ends before symbol `at`.
bool AddressSearch::ends_way(std::uint32_t at) const {
    const std::uint16_t last = text_[at - 1];
    const std::uint16_t before = text_[at - 2];
    if (last == symbol::ru)
        return before == symbol::upper || before == symbol::lower || before == symbol::enter;
    if (last != symbol::enter || text_[at] == symbol::ru) return false;
    const std::string_view side = slice(source_, text_.span(at - 2, at - 1));
    return side == "東" || side == "西" || side == "南" || side == "北";
}

/// 2筋目 of 今出川下る2筋目東入: a number of the way, not of the lot.
bool AddressSearch::counts_streets(std::uint32_t at) const {
    while (symbol::is_digit(text_[at])) ++at;
    if (at + 2 > text_.size()) return false;
    const std::string_view unit = slice(source_, text_.span(at, at + 2));
    return unit == "筋目" || unit == "丁目";
}

/// 京都: 下立売通新町西入薮ノ内町. The town stands behind the last word of the way to it.
void AddressSearch::search_streets(const RegionMatches& regions) {
    if (regions.count == 0) return;
    const RegionMatch& region = regions.matches[0];
    const std::uint32_t last = std::min(text_.size(), region.end + longest_street);
    for (std::uint32_t at = region.end + 2; at < last; ++at) {
        if (symbol::is_digit(text_[at - 1]) && !counts_streets(at)) return;
        if (!ends_way(at)) continue;
        search_street(region, at);
        if (const std::uint32_t end = behind_part_of_street(at); end > at) search_street(region, end);
    }
}

void AddressSearch::search_street(const RegionMatch& region, std::uint32_t at) {
    for (std::uint32_t i = region.first_entry;; ++i) {
        const RegionEntry& entry = index_.region_entries[i];
        if (entry.municipality != no_municipality && is_within(entry.municipality)) {
            TownMatch origin;
            origin.begin = origin.end = at;
            origin.region_end = origin.skipped_from = region.end;
            origin.region_entry = i;
            origin.cost = street_cost;
            towns_.search(entry.start, origin, matches_);
        }
        if ((entry.flags & region_last) != 0) break;
    }
}

/// 烏丸通五条より七条まで: 烏丸 with 通 behind it is a street of 京都, though a town is called so.
void AddressSearch::drop_streets() {
    matches_.drop_if([&](const TownMatch& match) {
        if (text_[match.end] != symbol::street || match.end == match.begin) return false;
        const TownRecord& town = index_.towns[index_.town_entries[match.first_entry] & town_mask];
        return index_.string(index_.municipalities[town.municipality].city) == "京都市";
    });
}

/// 二丁目 of 三条下る二丁目山崎町, 西側 of 四条上る西側: a part of the way, not of the town.
std::uint32_t AddressSearch::behind_part_of_street(std::uint32_t at) const {
    const NumberToken number = text_.number(at);
    const std::uint32_t unit = at + number.size;
    if (number.size > 0 && text_[unit] == symbol::cho) return unit + (text_[unit + 1] == symbol::me ? 2 : 1);
    if (at + 2 > text_.size()) return at;
    const std::string_view side = slice(source_, text_.span(at, at + 2));
    return side == "東側" || side == "西側" || side == "南側" || side == "北側" ? at + 2 : at;
}

}  // namespace daicho
