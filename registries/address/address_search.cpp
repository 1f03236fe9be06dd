#include "registries/address/address_search.hpp"

#include <algorithm>

#include "registries/address/designated_city.hpp"
#include "registries/address/place_of_index.hpp"
#include "registries/address/postal_code_in_front.hpp"
#include "registries/address/spelling.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::int32_t slack = 16;  ///< matches that are worse than the best by more are not looked at
constexpr std::size_t looked_at = 256;
constexpr std::size_t looked_into = 256;  ///< municipalities
constexpr std::int32_t number_found = 10;
constexpr std::int32_t block_found = 6;
constexpr std::int32_t postal_code_weight = 16;  ///< more than what leaves a rival in doubt
constexpr std::int32_t without_oaza_cost = 3;
constexpr std::int32_t alone_cost = 1;  ///< a 小字 that the registry puts under no 大字
constexpr std::int32_t kana_cost = 2;
constexpr std::int32_t group_cost = 2;
constexpr std::int32_t old_name_cost = 1;
constexpr std::int32_t beside_cost = 8;
constexpr std::int32_t other_ward_cost = 4;  ///< a ward that does not bear the name of the city that was
constexpr std::uint32_t longest_unknown_name = 16;  ///< symbols

}  // namespace

AddressCandidates AddressSearch::find() {
    AddressCandidates found;
    skip_postal_code(found);
    found.regions = match_regions(index_, text_, found.start);
    search_regions(found.regions);
    search_streets(found.regions);
    drop_streets();
    drop_beginnings();
    search_within(found);
    if (matches_.empty() || is_weak(found.regions)) search_everywhere(found);
    if (matches_.empty()) matches_ = beginnings_;
    expand(found);
    return found;
}

AddressCandidates AddressSearch::find_named(const NamedTowns& named) {
    AddressCandidates found;
    found.postal_code = named.postal_code;
    found.regions = named.regions;
    found.readings = named.readings;
    found.unread = named.unread;
    for (const NamedTown& town : named.towns) towns_.search(town.node, town.origin, matches_);
    expand(found);
    return found;
}

/// 〒100-8926, 100-8926 and 1008926 in front.
void AddressSearch::skip_postal_code(AddressCandidates& found) const {
    const auto code = postal_code_in_front(text_);
    if (!code) return;
    found.postal_number = code->number;
    found.postal_code = text_.span(0, code->end);
    found.start = code->end;
}

/// A shorter name of a region counts where it leads to a town that ends behind the longest one.
void AddressSearch::search_regions(const RegionMatches& regions) {
    for (std::uint32_t i = 0; i < regions.count; ++i) {
        search_region(regions.matches[i]);
        if (i > 0) matches_.drop_until(regions.matches[0].end);
        drop_beginnings();
        if (!matches_.empty()) return;
    }
}

bool AddressSearch::is_within(std::uint32_t municipality) const {
    if (options_.within.empty()) return true;
    return index_.string(index_.municipalities[municipality].lg_code).starts_with(options_.within);
}

/// 浦和区, of what was 浦和市.
bool AddressSearch::is_named_ward(const RegionEntry& entry) const {
    const std::string_view old_name = index_.string(index_.old_municipalities[entry.old].name);
    return is_place_of_today(municipality_place(index_, entry.municipality), old_name, entry.flags);
}

void AddressSearch::search_region(const RegionMatch& region) {
    for (std::uint32_t i = region.first_entry;; ++i) {
        const RegionEntry& entry = index_.region_entries[i];
        if (entry.municipality != no_municipality && is_within(entry.municipality)) {
            TownMatch origin;
            origin.begin = origin.end = origin.region_end = origin.skipped_from = region.end;
            origin.region_entry = i;
            const bool old = (entry.flags & region_old) != 0;
            origin.cost = !old                                                   ? 0
                          : entry.start == index_.town_roots[entry.municipality] ? 2 * old_name_cost
                                                                                 : old_name_cost;
            if ((entry.flags & ward_omitted) != 0 && old && !is_named_ward(entry))
                origin.cost += other_ward_cost;
            towns_.search(entry.start, origin, matches_);
        }
        if ((entry.flags & region_last) != 0) break;
    }
}

/// The names of 小字 are known below their municipalities only: those of the towns found are looked at again.
template <class IsNone>
void AddressSearch::search_deeper(const TownMatch& origin, const TownMatches& found, IsNone&& is_none) {
    std::array<std::uint16_t, looked_into> municipalities;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < found.size() && found[i].rank() >= found[0].rank() - slack; ++i) {
        for (std::uint32_t at = found[i].first_entry;; ++at) {
            const std::uint32_t entry = index_.town_entries[at];
            const std::uint16_t municipality = index_.towns[entry & town_mask].municipality;
            const auto end = municipalities.begin() + static_cast<std::ptrdiff_t>(count);
            const bool fits = prefecture_fits(found[i], municipality) && is_within(municipality);
            if (fits && std::find(municipalities.begin(), end, municipality) == end) {
                if (count < looked_into) municipalities[count++] = municipality;
            }
            if ((entry & town_last) != 0) break;
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        TownMatches deeper;
        towns_.search(index_.town_roots[municipalities[i]], origin, deeper);
        deeper.drop_if(is_none);
        for (std::uint32_t at = 0; at < deeper.size(); ++at) matches_.add(deeper[at]);
    }
}

void AddressSearch::search_everywhere(const AddressCandidates& found) {
    TownMatch origin;
    const RegionMatches& regions = found.regions;
    for (std::uint32_t i = 0; i < regions.count; ++i) {
        const RegionEntry& entry = index_.region_entries[regions.matches[i].first_entry];
        if (entry.municipality != no_municipality) continue;
        origin.begin = origin.end = origin.region_end = origin.skipped_from = regions.matches[i].end;
        origin.region_entry = regions.matches[i].first_entry;
    }
    const bool anchored = origin.region_entry != nothing;
    if (!anchored) {
        // 土佐町3丁目: the name of a municipality that may be that of a town elsewhere.
        if (regions.count > 0 && !may_be_town(regions.matches[0])) return;
        origin.begin = origin.end = origin.region_end = origin.skipped_from = found.start;
    }
    const std::uint32_t named = anchored ? regions.matches[0].end : found.start;
    const std::uint32_t shortest =
        anchored ? 1 : std::max(1u, regions.count > 0 ? regions.matches[0].end - found.start : 0);
    const auto is_none = [&](const TownMatch& match) {
        const std::uint32_t size = match.end - match.begin;
        return match.end <= named || size < shortest || !ends_well(match.end) ||
               (!anchored && size == 1 && !is_letter_alone(match.begin));
    };
    TownMatches everywhere;
    towns_.search(index_.nationwide(), origin, everywhere);
    TownMatches named_here = everywhere;
    named_here.drop_if(is_none);
    const std::int32_t known = named_here.empty() ? 0 : named_here[0].rank();
    for (std::uint32_t i = 0; i < named_here.size(); ++i) matches_.add(named_here[i]);
    // What is no better is known already, and would take the place of it.
    search_deeper(origin, everywhere,
                  [&](const TownMatch& match) { return match.rank() <= known || is_none(match); });
}

/// 沢943番地: a town of one letter is believed before a number that is a lot.
bool AddressSearch::is_letter_alone(std::uint32_t at) const {
    if (symbol::is_number_letter(text_[at]) || !symbol::is_digit(text_[at + 1])) return false;
    const LotText lot = read_lot_text(text_, source_, at + 1);
    return lot.count > 1 || lot.banchi || lot.ban;
}

/// 三谷町北山4757: a name that is said to be one is believed where the municipality is known, though nothing
/// tells it from what follows.
bool AddressSearch::ends_in_kind(std::uint32_t end) const {
    return end >= 2 && (text_[end - 1] == symbol::machi || text_[end - 1] == symbol::mura);
}

/// A text without region, of a municipality that is known.
void AddressSearch::search_within(const AddressCandidates& found) {
    if (!matches_.empty() || options_.within.size() < 5) return;
    TownMatch origin;
    origin.begin = origin.end = origin.region_end = origin.skipped_from = found.start;
    for (const std::uint16_t m : index_.municipalities_within(options_.within))
        towns_.search(index_.town_roots[m], origin, matches_);
    matches_.drop_if([&](const TownMatch& match) {
        return match.end == match.begin || !(ends_well(match.end) || ends_in_kind(match.end));
    });
}

/// 中央町三丁目, 白浜町壱九: what begins as the name of a 町 or 村, without its prefecture, may be a town
/// elsewhere, where the municipality is no more or has no such town.
bool AddressSearch::is_weak(const RegionMatches& regions) const {
    if (regions.count == 0 || !may_be_town(regions.matches[0])) return false;
    const RegionMatch& region = regions.matches[0];
    if ((index_.region_entries[region.first_entry].flags & region_old) != 0) return true;
    const std::uint16_t last = text_[region.end - 1];
    if (last != symbol::machi && last != symbol::mura) return false;
    const TownMatch& best = matches_[0];
    return best.end <= region.end || best.cost > 0;
}

bool AddressSearch::may_be_town(const RegionMatch& region) const {
    const RegionEntry& entry = index_.region_entries[region.first_entry];
    return region.end < text_.size() && (entry.flags & prefecture_omitted) != 0 &&
           entry.municipality != no_municipality;
}

/// A name of one letter that a word goes on from (南 of 南千歳町) is none.
void AddressSearch::drop_beginnings() {
    matches_.drop_if([&](const TownMatch& match) {
        const bool beginning =
            match.end - match.begin == 1 && !ends_well(match.end) && !begins_lot(text_, source_, match.end);
        if (beginning) beginnings_.add(match);
        return beginning;
    });
}

/// A town without municipality is believed where it is followed by a number, a space or nothing.
bool AddressSearch::ends_well(std::uint32_t end) const {
    return end >= text_.size() || text_.spaced(end) || symbol::is_number_letter(text_[end]) ||
           text_[end] == symbol::hyphen || text_[end] == symbol::aza || text_[end] == symbol::open_bracket ||
           begins_lot(text_, source_, end);
}

bool AddressSearch::prefecture_fits(const TownMatch& match, std::uint32_t municipality) const {
    if (match.region_entry == nothing) return true;
    const RegionEntry& entry = index_.region_entries[match.region_entry];
    if (entry.municipality != no_municipality) return true;
    return index_.municipalities[municipality].prefecture_index == entry.prefecture;
}

/// Of towns of one name that of a 大字・町 is meant before a 小字.
std::int32_t AddressSearch::entry_cost(std::uint32_t entry) const {
    const TownRecord& town = index_.towns[entry & town_mask];
    if ((entry & town_without_oaza) != 0) return without_oaza_cost;
    if ((entry & town_by_kana) != 0) return kana_cost;
    if ((town.flags & town_group) != 0) return group_cost;
    return town.oaza_cho == 0 && town.koaza != 0 ? alone_cost : 0;
}

void AddressSearch::expand(AddressCandidates& found) const {
    found.by_town_alone = !matches_.empty() &&
                          (matches_[0].region_entry == nothing ||
                           index_.region_entries[matches_[0].region_entry].municipality == no_municipality);
    std::int32_t best = 0;
    for (std::uint32_t i = 0; i < matches_.size(); ++i) {
        const TownMatch& match = matches_[i];
        if (found.in_all == 0) best = match.rank();
        if (match.rank() < best - slack) break;
        for (std::uint32_t at = match.first_entry;; ++at) {
            const std::uint32_t entry = index_.town_entries[at];
            const std::uint32_t town = entry & town_mask;
            const std::uint32_t municipality = index_.towns[town].municipality;
            if (prefecture_fits(match, municipality) && is_within(municipality)) {
                const bool known = std::ranges::any_of(
                    found.towns, [&](const TownCandidate& other) { return other.town == town; });
                if (!known) ++found.in_all;
                if (!known && found.towns.size() < looked_at) {
                    TownCandidate candidate;
                    candidate.match = match;
                    candidate.town = town;
                    candidate.entry_flags = entry & ~town_mask;
                    candidate.score = match.rank() - entry_cost(entry);
                    found.towns.push_back(candidate);
                }
            }
            if ((entry & town_last) != 0) break;
        }
    }
    for (TownCandidate& candidate : found.towns) {
        evaluate(candidate);
        if (found.by_town_alone && has_postal_code(candidate, found)) candidate.score += postal_code_weight;
    }
    weigh_numbers(found.towns);
    if (found.towns.size() > 1)  // it would allocate
        std::ranges::stable_sort(found.towns, std::ranges::greater{}, &TownCandidate::score);
}

/// 〒100-0014 永田町1-7-1: which of the towns of that name is told by the postal code.
bool AddressSearch::has_postal_code(const TownCandidate& candidate, const AddressCandidates& found) const {
    if (found.postal_code.empty()) return false;
    std::uint32_t number = 0;
    const std::string_view code = index_.string(index_.towns[candidate.town].postal_code);
    for (const char digit : code) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
    return !code.empty() && number == found.postal_number;
}

/// 庵治町字天神東: a town of 高松市 that is called 天神 is hardly one of what was 庵治町, and part of a name.
bool AddressSearch::is_beside_old_name(const TownMatch& match) const {
    if (match.region_entry == nothing) return false;
    const RegionEntry& entry = index_.region_entries[match.region_entry];
    return (entry.flags & region_old) != 0 && entry.start == index_.town_roots[entry.municipality];
}

void AddressSearch::evaluate(TownCandidate& candidate) const {
    candidate.lot = read_lot_text(text_, source_, candidate.match.end);
    if (candidate.lot.empty()) skip_unknown_name(candidate);
    candidate.numbers = match_lot(index_, candidate.town, text_, source_, candidate.lot);
    const LotMatches& numbers = candidate.numbers;
    if (candidate.unknown_name_end > 0 && is_beside_old_name(candidate.match)) candidate.score -= beside_cost;
    if (!numbers.covered || candidate.lot.count == 0 || candidate.unknown_name_end > 0) return;
    const bool residence = numbers.residence.level == MatchLevel::residence;
    const std::uint32_t parts = std::max(residence ? numbers.residence.parts : 0, numbers.parcel.parts);
    if (parts >= std::min(candidate.lot.count, 2u)) {
        candidate.number_weight = number_found;
    } else if (numbers.residence.level == MatchLevel::block && candidate.lot.count == 1) {
        candidate.number_weight = block_found;
    }
}

/// Numbers that the registry has decide where a number may be a part of the name as well, and between towns
/// of one name. They never lead from a 小字 that is written to a town whose name ends before it.
void AddressSearch::weigh_numbers(std::vector<TownCandidate>& towns) {
    if (towns.empty()) return;
    const auto best = std::ranges::max_element(towns, {}, &TownCandidate::score);
    const bool guessed = best->match.guessed;
    const std::uint32_t end = best->match.end;
    for (TownCandidate& candidate : towns) {
        if (guessed || candidate.match.end >= end) candidate.score += candidate.number_weight;
    }
}

/// 長良西後町1716: a name behind the town that the registry does not have, up to the number.
void AddressSearch::skip_unknown_name(TownCandidate& candidate) const {
    const std::uint32_t begin = candidate.match.end;
    if (begin >= text_.size() || text_.spaced(begin)) return;
    const std::uint32_t last = std::min(text_.size(), begin + longest_unknown_name);
    for (std::uint32_t at = begin; at < last; ++at) {
        const std::uint16_t next = text_[at];
        if (next == symbol::open_bracket || next == symbol::comma || (at > begin && text_.spaced(at))) return;
        if (!symbol::is_digit(text_[at + (is_stem(text_, source_, at) ? 1 : 0)])) continue;
        candidate.lot = read_lot_text(text_, source_, at);
        candidate.unknown_name_end = candidate.lot.empty() ? 0 : at;
        return;
    }
}

const RegionEntry* AddressSearch::best_region(const AddressCandidates& found, std::size_t& same) const {
    same = 0;
    const RegionEntry* best = nullptr;
    if (found.regions.count == 0) return best;
    for (std::uint32_t i = found.regions.matches[0].first_entry;; ++i) {
        const RegionEntry& entry = index_.region_entries[i];
        const bool whole = (entry.flags & ward_omitted) == 0;
        if (whole && (entry.municipality == no_municipality || is_within(entry.municipality))) {
            const bool old = (entry.flags & region_old) != 0;
            if (best == nullptr || ((best->flags & region_old) != 0 && !old)) {
                best = &entry;
                same = 1;
            } else if (entry.municipality != best->municipality && ((best->flags & region_old) != 0) == old) {
                ++same;
            }
        }
        if ((entry.flags & region_last) != 0) break;
    }
    return best;
}

}  // namespace daicho
