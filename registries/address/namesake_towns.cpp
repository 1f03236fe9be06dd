#include "registries/address/namesake_towns.hpp"

#include <algorithm>
#include <utility>

#include "registries/address/place_of_index.hpp"
#include "registries/address/town_matcher.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::uint32_t longest_bare_name = 14;  ///< symbols

/// Whether the answer is a 町 or 村 of which the text says no more than the name.
bool is_bare_name(const FoldedText& text, const AddressAnswer& answer) {
    const std::uint16_t last = text.size() == 0 ? symbol::unknown : text[text.size() - 1];
    const bool name = last == symbol::machi || last == symbol::mura;
    return name && text.size() <= longest_bare_name && !text.is_arranged() &&
           answer.reason == AddressReason::municipality_only &&
           (has_change(answer.changes, AddressChangeKind::prefecture_added) ||
            has_change(answer.changes, AddressChangeKind::old_municipality));
}

/// The towns of the whole country that are called `text`, as it is written.
TownMatches towns_called(const IndexView& index, const FoldedText& text) {
    TownMatches found;
    TownMatcher(index, text).search(index.nationwide(), TownMatch(), found);
    found.drop_if([&](const TownMatch& match) {
        return match.begin != 0 || match.end != text.size() || match.cost != 0;
    });
    return found;
}

}  // namespace

void put_namesake_towns(const IndexView& index, const AddressOptions& options, const FoldedText& text,
                        AddressAnswer& answer) {
    if (!options.within.empty() || !is_bare_name(text, answer)) return;
    const TownMatches found = towns_called(index, text);
    for (std::uint32_t i = 0; i < found.size(); ++i) {
        for (std::uint32_t at = found[i].first_entry;; ++at) {
            const std::uint32_t entry = index.town_entries[at];
            AddressPlace place = town_place(index, entry & town_mask);
            if (place.lg_code != answer.place.lg_code) {
                answer.category = AddressCategory::unsure;
                ++answer.alternatives_in_all;
                if (answer.alternatives.size() < options.alternatives)
                    answer.alternatives.push_back({std::move(place), AddressReason::several_places, true});
            }
            if ((entry & town_last) != 0) break;
        }
    }
    if (answer.category == AddressCategory::unsure) answer.reason = AddressReason::several_places;
}

}  // namespace daicho
