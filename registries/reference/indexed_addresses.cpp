#include "registries/reference/indexed_addresses.hpp"

#include <algorithm>
#include <array>

#include "grammars/text/utf8.hpp"
#include "grammars/values/lost_digit.hpp"
#include "grammars/values/value_text.hpp"
#include "registries/address/area_match.hpp"
#include "registries/address/gif_address.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_others = 3;

std::string city_and_county_of(const AddressPlace& place) {
    std::string name(place.county);
    return name.append(place.city).append(place.ward);
}

AddressDoubt doubt_of(const AddressAnswer& answer) {
    switch (answer.reason) {
        case AddressReason::none:
            return AddressDoubt::none;
        case AddressReason::empty_text:
        case AddressReason::no_municipality:
            return AddressDoubt::no_municipality;
        case AddressReason::municipality_only:
        case AddressReason::no_town:
            return AddressDoubt::municipality;
        case AddressReason::town_not_found:
            return AddressDoubt::town_unknown;
        case AddressReason::town_not_covered:
            return AddressDoubt::not_covered;
        case AddressReason::number_not_found:
            return AddressDoubt::number_unknown;
        case AddressReason::number_not_covered:
        case AddressReason::no_number:
        case AddressReason::listed_chome:
        case AddressReason::postal_code_elsewhere:
            return AddressDoubt::none;
        case AddressReason::several_places:
        case AddressReason::several_municipalities:
        case AddressReason::name_shortened:
            return AddressDoubt::several_places;
        case AddressReason::town_incomplete:
            return AddressDoubt::town_incomplete;
    }
    return AddressDoubt::other;
}

/// 和歌山県串本町 is today's, though it may be read as 西牟婁郡串本町 of before.
bool is_old_name(const AddressAnswer& answer, std::string_view text) {
    return !answer.place.city.ends_with(answer.old_municipality) &&
           (!answer.old_municipality.ends_with(answer.place.city) ||
            text.find(answer.old_municipality) != text.npos);
}

/// 海士町, which may be a town of another municipality, without prefecture and county.
bool is_bare_town_name(const AddressAnswer& answer) {
    return has_change(answer.changes, AddressChangeKind::prefecture_added) && !answer.place.county.empty() &&
           has_change(answer.changes, AddressChangeKind::county_added);
}

std::string full_name(const AddressPlace& place) {
    return std::string(place.prefecture) + city_and_county_of(place) + town_text(place);
}

/// What of an unread rest may be a name: up to a digit or a space.
Span name_in(std::string_view text, Span rest) {
    std::size_t end = rest.begin;
    while (end < rest.end && end < text.size()) {
        const auto [c, size] = code_point_at(text, end);
        const bool digit = (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
        if (digit || c == U' ' || c == U'　') break;
        end += size;
    }
    return {rest.begin, static_cast<std::uint32_t>(end)};
}

/// 京都: a street that the matcher does not know stands before the town.
bool has_street_words(std::string_view text) {
    return std::ranges::any_of(
        std::array<std::string_view, 7>{"通", "上る", "下る", "上ル", "下ル", "東入", "西入"},
        [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// 大字道上 and 字道上 are one name.
std::string without_markers(std::string name) {
    for (const std::string_view marker : {"大字", "字"}) {
        for (auto at = name.find(marker); at != name.npos; at = name.find(marker))
            name.erase(at, marker.size());
    }
    return name;
}

void tell_others(const AddressAnswer& answer, LocatedAddress& found) {
    std::vector<std::string> keys;
    const auto tell = [&](const AddressPlace& place) {
        std::string name = full_name(place);
        std::string key = without_markers(name);
        if (found.others.size() == most_others || std::ranges::find(keys, key) != keys.end()) return;
        found.others.push_back(std::move(name));
        keys.push_back(std::move(key));
    };
    if (answer.found()) tell(answer.place);
    for (const AddressAlternative& other : answer.alternatives) {
        if (other.equal) tell(other.place);
    }
}

/// 虎の門 for 虎の問: the towns of the municipality that are near what was written; the text with the one
/// that there is, where it says nothing of the number behind it.
void tell_near(const AddressAnswer& answer, std::string_view text, LocatedAddress& found) {
    for (const AddressAlternative& other : answer.alternatives) {
        if (other.equal || found.others.size() == most_others) continue;
        std::string name = town_text(other.place);
        if (other.place.ward != answer.place.ward) name.insert(0, other.place.ward);
        if (!name.empty() && std::ranges::find(found.others, name) == found.others.end())
            found.others.push_back(std::move(name));
    }
    const bool alone = found.others.size() == 1 && answer.alternatives.size() == 1;
    if (!alone || !answer.alternatives.front().place.chome.empty() || found.town.empty()) return;
    found.suggestion = std::string(text.substr(0, found.town.begin)) + found.others.front() +
                       std::string(text.substr(found.town.end));
}

LocatedAddress told(const AddressAnswer& answer, std::string_view text) {
    const AddressPlace& place = answer.place;
    LocatedAddress found;
    found.sure = is_sure(answer);
    found.exact = answer.category == AddressCategory::exact;
    found.doubt = doubt_of(answer);
    found.part_left_out = found.doubt == AddressDoubt::town_incomplete && answer.spans.rest.empty() &&
                          !has_change(answer.changes, AddressChangeKind::text_skipped) &&
                          std::ranges::none_of(answer.alternatives, &AddressAlternative::equal);
    found.level = place.level;
    found.names_municipality = names_municipality(answer) && !is_bare_town_name(answer);
    found.lg_code = place.lg_code;
    found.town_id = place.machiaza_id;
    found.prefecture = place.prefecture;
    found.city_and_county = city_and_county_of(place);
    found.street_address = town_text(place);
    found.postal_code = place.postal_code;
    found.ended = place.ended;
    if (is_old_name(answer, text)) {
        found.old_municipality = answer.old_municipality;
        found.old_until = answer.old_until;
    }
    const AddressSpans& spans = answer.spans;
    found.town = spans.town.end > spans.town.begin ? spans.town : name_in(text, spans.rest);
    GifAddress items =
        gif_address(text, answer, {.written = false, .town = false, .joined = false, .below_town = true});
    found.city_block = std::move(items.city_block);
    found.rest = std::move(items.rest);
    if (find_zeros_for_number(found.city_block).end != 0) {
        found.city_block.clear();
        if (found.doubt == AddressDoubt::number_unknown) found.doubt = AddressDoubt::none;
    }
    found.building = std::move(items.building_name_etc);
    if (place.point.level != MatchLevel::none && !place.suspicious_point) {
        found.latitude = place.point.latitude;
        found.longitude = place.point.longitude;
        // A 大字 may be as wide as a small municipality: no finer distance is asked of its parts.
        found.point_level = place.point.of_oaza_cho ? MatchLevel::municipality : place.point.level;
    }
    const bool unread =
        found.doubt == AddressDoubt::town_unknown || found.doubt == AddressDoubt::town_incomplete;
    if (unread && found.prefecture == "京都府" && has_street_words(text)) found.doubt = AddressDoubt::other;
    const bool of_number =
        found.doubt == AddressDoubt::number_unknown || found.doubt == AddressDoubt::town_incomplete;
    if (of_number && found.city_block.ends_with("-0")) found.doubt = AddressDoubt::other;  // 3-0: no branch
    if (found.doubt == AddressDoubt::several_places) tell_others(answer, found);
    if (found.doubt == AddressDoubt::town_unknown) tell_near(answer, text, found);
    // Twice the same name is the registry's doubt, and no one's who writes it.
    if (found.doubt == AddressDoubt::several_places && found.others.size() < 2)
        found.doubt = AddressDoubt::other;
    return found;
}

}  // namespace

LocatedAddress locate_address(const AddressMatcher& matcher, std::string_view text,
                              std::string_view municipality) {
    const AreaMatch match = match_in_area(matcher, text, municipality);
    LocatedAddress found = told(match.answer, text);
    found.by_record = match.open;
    if (!match.settled && found.sure) {  // a name that one municipality has, or so it seems: 並木
        found.sure = false;
        found.doubt = AddressDoubt::no_municipality;
    }
    return found;
}

}  // namespace daicho
