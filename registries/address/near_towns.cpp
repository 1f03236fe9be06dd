#include "registries/address/near_towns.hpp"

#include <algorithm>

#include "registries/address/place_of_index.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::uint32_t longest_name = 12;  ///< symbols
constexpr std::uint32_t shortest_name = 2;

/// Symbols of the name of a town, up to its number.
std::uint32_t name_end(const FoldedText& text, std::uint32_t from) {
    std::uint32_t end = from;
    while (end < text.size() && end < from + longest_name && !symbol::is_digit(text[end]) &&
           text[end] != symbol::comma && text[end] != symbol::open_bracket &&
           (end == from || !text.spaced(end))) {
        ++end;
    }
    return end;
}

class NearTowns {
 public:
    NearTowns(const IndexView& index, std::string_view source, const AddressOptions& options,
              AddressAnswer& answer)
        : index_(index), source_(source), options_(options), answer_(answer) {}

    void add_from(const FoldedText& text, std::uint32_t name_end) {
        if (answer_.alternatives.size() >= options_.alternatives) return;
        AddressOptions within = options_;
        if (!answer_.place.ward.empty() || !is_designated()) within.within = answer_.place.lg_code;
        AddressSearch search{index_, source_, within, text};
        const AddressCandidates found = search.find();
        for (const TownCandidate& candidate : found.towns) {
            if (candidate.score <= found.towns.front().score - tolerance) break;
            add(candidate, name_end);
        }
    }

 private:
    static constexpr std::int32_t tolerance = 4;

    /// さいたま市, whose towns are those of its wards.
    bool is_designated() const {
        return std::ranges::any_of(index_.municipalities, [&](const MunicipalityRecord& m) {
            return m.ward != 0 && index_.string(m.city) == answer_.place.city;
        });
    }

    void add(const TownCandidate& candidate, std::uint32_t name_end) {
        const TownMatch& match = candidate.match;
        const bool whole = match.end >= name_end && candidate.unknown_name_end == 0;
        if (!whole || match.region_entry == nothing || match.end - match.begin < shortest_name) return;
        if (match.begin != match.region_end) return;
        const AddressPlace place = town_place(index_, candidate.town);
        if (place.prefecture != answer_.place.prefecture || place.city != answer_.place.city) return;
        const bool known = std::ranges::any_of(answer_.alternatives, [&](const AddressAlternative& other) {
            return other.place.lg_code == place.lg_code && other.place.oaza_cho == place.oaza_cho &&
                   other.place.chome == place.chome && other.place.koaza == place.koaza;
        });
        if (known) return;
        ++answer_.alternatives_in_all;
        if (answer_.alternatives.size() < options_.alternatives)
            answer_.alternatives.push_back({place, AddressReason::several_places, false});
    }

    const IndexView& index_;
    std::string_view source_;
    const AddressOptions& options_;
    AddressAnswer& answer_;
};

/// 三軒茶家 begins with a number; of 芝公圓 and みなとみらいい a part is the name of a town as well.
bool may_be_misspelt(const AddressAnswer& answer) {
    return answer.reason == AddressReason::town_not_found || answer.reason == AddressReason::no_town ||
           (answer.reason == AddressReason::town_incomplete && answer.category == AddressCategory::unsure);
}

}  // namespace

void put_near_towns(const IndexView& index, std::string_view source, const AddressOptions& options,
                    const FoldedText& text, AddressAnswer& answer) {
    if (text.is_arranged() || !may_be_misspelt(answer)) return;
    std::uint32_t from = 0;
    while (from < text.size() && text.begin(from) < answer.spans.prefecture_and_city.end) ++from;
    const std::uint32_t end = name_end(text, from);
    if (end - from < shortest_name || text.end(end) <= answer.spans.town.end) return;
    NearTowns near(index, source, options, answer);
    for (std::uint32_t i = from; i < end; ++i) {
        FoldedText other = text;
        other.replace(i, symbol::wildcard);
        near.add_from(other, end);
    }
    for (std::uint32_t i = from; i < end && end - from > shortest_name; ++i) {
        FoldedText shorter = text;
        shorter.drop(i, i + 1);
        near.add_from(shorter, end - 1);
    }
    for (std::uint32_t i = from; i <= end; ++i) {
        FoldedText longer = text;
        longer.insert(i, symbol::wildcard);
        near.add_from(longer, end + 1);
    }
}

void put_longer_towns(const IndexView& index, const AddressCandidates& found, const AddressOptions& options,
                      AddressAnswer& answer) {
    if (found.towns.empty() || (found.towns.front().entry_flags & town_without_oaza) == 0) return;
    const TownRecord& best = index.towns[found.towns.front().town];
    const std::string_view name = index.string(best.koaza);
    const auto add = [&](std::size_t at) {
        const TownRecord& town = index.towns[at];
        const std::string_view oaza = index.string(town.oaza_cho);
        if (town.koaza != 0 || town.chome != 0 || oaza.size() <= name.size() || !oaza.ends_with(name)) return;
        answer.category = AddressCategory::unsure;
        ++answer.alternatives_in_all;
        if (answer.alternatives.size() < options.alternatives) {
            answer.alternatives.push_back(
                {town_place(index, static_cast<std::uint32_t>(at)), AddressReason::several_places, false});
        }
    };
    const std::size_t here = found.towns.front().town;
    for (std::size_t i = here; i > 0 && index.towns[i - 1].municipality == best.municipality; --i) add(i - 1);
    for (std::size_t i = here + 1; i < index.towns.size() && index.towns[i].municipality == best.municipality;
         ++i)
        add(i);
}

}  // namespace daicho
