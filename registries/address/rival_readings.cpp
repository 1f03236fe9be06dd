#include "registries/address/rival_readings.hpp"

#include <algorithm>

#include "registries/address/spelling.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::int32_t doubt = 12;  ///< what is worse by this much raises none
constexpr std::int32_t nearly = 3;  ///< as good, where a letter may be any or no municipality is told

bool names_no_prefecture(const RegionEntry& region) {
    return region.municipality != no_municipality && (region.flags & prefecture_omitted) != 0;
}

}  // namespace

const RegionEntry* RivalReadings::region_of(const TownCandidate& candidate) const {
    const std::uint32_t entry = candidate.match.region_entry;
    return entry == nothing ? nullptr : &index_.region_entries[entry];
}

bool RivalReadings::is_near(const TownCandidate& best, const TownCandidate& other) const {
    const std::int32_t weight = is_of_namesake(best, other) ? best.number_weight : 0;
    return other.score > best.score - weight - doubt;
}

bool RivalReadings::leaves_in_doubt(const TownCandidate& best, const TownCandidate& other) const {
    const bool longer = other.match.end > best.match.end && other.score > best.score - doubt;
    const bool numbered =
        other.number_weight > 0 && best.number_weight > 0 && (best.match.guessed || other.match.guessed);
    const bool wild = wildcard_ && other.score > best.score - nearly;
    return longer || numbered || wild || is_elsewhere(best, other) || is_of_namesake(best, other);
}

/// 吉田町: that of before a merger, or a town of another municipality. That the registry has the number in
/// one says nothing of a municipality of which it has no numbers.
bool RivalReadings::is_elsewhere(const TownCandidate& best, const TownCandidate& other) const {
    const RegionEntry* region = region_of(best);
    const bool told = region != nullptr && region->municipality != no_municipality &&
                      !(names_no_prefecture(*region) && (region->flags & region_old) != 0);
    const std::int32_t weight = other.numbers.covered ? 0 : best.number_weight;
    return !told && other.score > best.score - weight - nearly &&
           index_.towns[other.town].municipality != index_.towns[best.town].municipality;
}

/// 府中市府中町1-3: there is a 府中市 with a 府中町 in 東京都 and one in 広島県. The number decides where the
/// registry has the numbers of both.
bool RivalReadings::is_of_namesake(const TownCandidate& best, const TownCandidate& other) const {
    const RegionEntry *here = region_of(best), *there = region_of(other);
    if (here == nullptr || there == nullptr || here->municipality == there->municipality) return false;
    const bool one_name = names_no_prefecture(*here) && names_no_prefecture(*there) &&
                          best.match.region_end == other.match.region_end;
    const bool either_is_old = ((here->flags | there->flags) & region_old) != 0;
    const bool told_by_number = other.numbers.covered && best.number_weight > other.number_weight;
    return one_name && !either_is_old && !told_by_number;
}

bool may_be_in_oaza(const IndexView& index, std::span<const TownCandidate> towns,
                    std::span<const AddressChange> changes, std::string_view source) {
    return towns.front().lot.count < 2 && drops_oaza_for_chome(changes, source) &&
           std::ranges::any_of(towns, [&](const TownCandidate& other) {
               return index.string(index.towns[other.town].oaza_cho).starts_with("大字");
           });
}

}  // namespace daicho
