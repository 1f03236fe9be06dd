#include "registries/address/short_names.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "registries/address/place_of_index.hpp"
#include "registries/address/region_matcher.hpp"
#include "registries/embedded/municipality_names.hpp"

namespace daicho {

using namespace address_format;

namespace {

constexpr std::uint32_t longest_name = 14;  ///< symbols
constexpr std::size_t told_by_code = 5;     ///< digits

/// What begins and ends as `text` and `last` behind it: the places of today, each once.
void add_named(const IndexView& index, const FoldedText& text, char32_t last,
               std::vector<AddressPlace>& places) {
    FoldedText whole = text;
    whole.append(index.fold(last), {text.end(text.size()), text.end(text.size())});
    const RegionMatches found = match_regions(index, whole, 0);
    if (found.count == 0 || found.matches[0].end != whole.size()) return;
    for (std::uint32_t i = found.matches[0].first_entry;; ++i) {
        const RegionEntry& entry = index.region_entries[i];
        if ((entry.flags & (region_old | ward_omitted)) == 0) {
            AddressPlace place = entry.municipality == no_municipality
                                     ? prefecture_place(index, entry.prefecture)
                                     : municipality_place(index, entry.municipality);
            if (std::ranges::find(places, place.lg_code, &AddressPlace::lg_code) == places.end())
                places.push_back(std::move(place));
        }
        if ((entry.flags & region_last) != 0) break;
    }
}

std::string_view name_of(const AddressPlace& place) {
    if (!place.ward.empty()) return place.ward;
    return place.city.empty() ? place.prefecture : place.city;
}

/// Those that are called `text` but for the last letter, in the order in which they are meant.
std::vector<AddressPlace> places_named(const IndexView& index, const FoldedText& text,
                                       std::string_view within) {
    std::vector<AddressPlace> places;
    if (text.size() == 0 || text.size() > longest_name) return places;
    for (const char32_t last : last_letters_of_places) add_named(index, text, last, places);
    std::erase_if(places, [&](const AddressPlace& place) { return !place.lg_code.starts_with(within); });
    return places;
}

bool is_town_alone(const AddressAnswer& answer) {
    return answer.place.level >= MatchLevel::town && answer.spans.prefecture_and_city.empty();
}

/// What stands before the end of the town.
FoldedText town_of(const FoldedText& text, const AddressAnswer& answer) {
    FoldedText town = text;
    town.drop(text.symbols_before(answer.spans.town.end), text.size());
    return town;
}

void put_places(std::vector<AddressPlace> places, const AddressOptions& options, Span name,
                AddressAnswer& answer) {
    AddressAnswer shortened;
    shortened.place = std::move(places.front());
    shortened.spans.prefecture_and_city = name;
    shortened.category = AddressCategory::unsure;
    shortened.reason = AddressReason::name_shortened;
    shortened.changes.push_back({AddressChangeKind::unit_added, {}, name_of(shortened.place)});
    const auto add = [&](AddressPlace place, bool equal) {
        ++shortened.alternatives_in_all;
        if (shortened.alternatives.size() < options.alternatives)
            shortened.alternatives.push_back({std::move(place), AddressReason::several_places, equal});
    };
    for (std::size_t i = 1; i < places.size(); ++i) add(std::move(places[i]), true);
    if (answer.found()) add(std::move(answer.place), false);
    for (AddressAlternative& other : answer.alternatives) add(std::move(other.place), false);
    answer = std::move(shortened);
}

}  // namespace

bool put_short_names(const IndexView& index, const AddressOptions& options, const FoldedText& text,
                     AddressAnswer& answer) {
    if (text.is_arranged() || options.within.size() >= told_by_code) return false;
    const bool alone = is_town_alone(answer);
    if (answer.found() && !alone && answer.category < AddressCategory::unsure)
        return false;  // 東村 of 東村山
    if (std::vector<AddressPlace> places = places_named(index, text, options.within); !places.empty()) {
        put_places(std::move(places), options, text.span(0, text.size()), answer);
        return true;
    }
    if (alone && answer.category < AddressCategory::unsure &&
        !places_named(index, town_of(text, answer), options.within).empty()) {
        answer.category = AddressCategory::unsure;
    }
    return false;
}

}  // namespace daicho
