#include "grammars/values/address.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "grammars/text/ascii.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/values/address_items.hpp"
#include "grammars/values/address_outline.hpp"
#include "grammars/values/address_place.hpp"
#include "grammars/values/building.hpp"
#include "grammars/values/lost_digit.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/prefecture.hpp"
#include "grammars/values/value_text.hpp"
#include "grammars/values/words.hpp"

namespace daicho {

namespace {

using View = std::string_view;

bool names_one_municipality(const AddressOutline& outline) {
    return outline.places.size() == 1 && outline.places.front().level == MatchLevel::municipality;
}

/// The names of places with ; between, as GIF 430 writes several values in a cell.
std::string names_of(const std::vector<Place>& places) {
    std::string names;
    for (const Place& place : places) {
        if (!names.empty()) names += ';';
        names.append(place.prefecture).append(place.city_and_county);
    }
    return names;
}

/// Whether a name can be that of a town without a number behind it: no office, no facility.
bool can_be_bare_town(View name) {
    constexpr View facilities[] = {"館", "校", "園", "所", "場", "院", "店", "局", "署",
                                   "社", "寺", "駅", "課", "部", "室", "会", "庁", "センター"};
    constexpr std::size_t longest = 45;
    const auto is_of = [&](View word) { return name.ends_with(word); };
    return !name.empty() && name.size() <= longest && !begins_like_an_office(name) &&
           name.find(' ') == name.npos && !is_ascii(name) && std::ranges::none_of(facilities, is_of);
}

/// What an outline lacks of an address; the rule is empty where nothing is lacking. T250 refuses it.
Remark lack(const AddressOutline& outline, const Tidy& tidy) {
    const auto remark = [&](RuleId rule, View part) { return refused_part(tidy, part, rule); };
    if (outline.places.empty()) {
        const View town = outline.streets.town;
        const bool number =
            has_number(outline.streets) && !is_ascii(town);  // an address in English has another order
        const bool bare = can_be_bare_town(town) && town.size() == outline.corporation.size() &&
                          (town.ends_with("町") || town.find("字") != town.npos);
        const bool streets = number || bare;
        Remark lacking = remark(streets ? rules::incomplete : rules::not_of_this_type, outline.corporation);
        if (streets) lacking.detail = "市区町村 (municipality)";
        return lacking;
    }
    const View place = outline.corporation.substr(0, outline.places.front().size);
    if (!can_follow_municipality(outline.after_place, outline.streets, place)) {
        const View name = outline.building.empty() ? outline.after_place : outline.streets.town;
        const bool town = names_one_municipality(outline) && can_be_bare_town(name);
        Remark lacking = remark(town ? rules::incomplete : rules::not_of_this_type, outline.corporation);
        if (town) lacking.detail = "番地以下 (block or lot number)";
        return lacking;
    }
    if (outline.places.size() > 1) {
        const bool town = may_be_town(place);
        Remark tied = remark(town ? rules::incomplete : rules::ambiguous, place);
        tied.detail = town ? "都道府県か市区町村 (prefecture or municipality)" : names_of(outline.places);
        return tied;
    }
    if (names_one_municipality(outline)) return {};
    if (outline.after_place.empty()) return remark(rules::incomplete, place);
    const bool streets = has_number(outline.streets);
    return remark(streets ? rules::unknown_name : rules::not_of_this_type, outline.after_place);
}

std::string digits_of(View text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), is_ascii_digit);
    return digits;
}

/// Two hyphens between digits (1--3), a slip; none: npos.
std::size_t doubled_hyphen(View text) {
    for (auto at = text.find("--", 1); at < text.size(); at = text.find("--", at + 1)) {
        if (at + 2 < text.size() && is_ascii_digit(text[at - 1]) && is_ascii_digit(text[at + 2])) return at;
    }
    return View::npos;
}

std::string with_single_hyphens(std::string text) {
    for (auto at = doubled_hyphen(text); at != View::npos; at = doubled_hyphen(text)) text.erase(at, 1);
    return text;
}

void fill_place(Address& address, const std::vector<Place>& places) {
    if (places.empty()) return;
    const Place& place = places.front();
    if (places.size() > 1) {
        address.alternatives = places;
        const bool same =
            std::ranges::all_of(places, [&](const Place& p) { return p.prefecture == place.prefecture; });
        if (same) address.prefecture = place.prefecture;
        return;
    }
    address.level = place.level;
    address.lg_code = place.lg_code;
    address.prefecture = place.prefecture;
    address.city_and_county = place.city_and_county;
    address.completed = place.completed;
}

void fill_building(Address& address, View building) {
    const Building parts = split_building(building);
    address.building_name_etc = building_text(building);
    address.building_name = parts.name;
    address.floor = parts.floor;
    address.room = parts.room;
}

Address address_of(const AddressOutline& outline) {
    Address address;
    address.postal_code = digits_of(outline.postal_code);
    address.full_address = with_single_hyphens(std::string(outline.corporation));
    fill_place(address, outline.places);
    address.street_address = street_address_text(outline.streets);
    address.city_block = city_block_text(outline.streets.lot);
    address.street_address_and_city_block = street_address_and_city_block_text(outline.streets);
    if (!outline.building.empty()) fill_building(address, outline.building);
    address.rest = outline.rest;
    return address;
}

/// Leaves the number of an address, and what stands behind it, as it is written.
void forget_number(Address& address, const AddressOutline& outline, View text) {
    const Lot& lot = outline.streets.lot;
    address.rest = lot.count == 0 ? outline.rest
                                  : text.substr(static_cast<std::size_t>(lot.parts[0].data() - text.data()));
    address.city_block.clear();
    address.street_address_and_city_block.clear();
    address.building_name_etc.clear();
    address.building_name.clear();
    address.floor.clear();
    address.room.clear();
}

/// A number that cannot be what was meant: one with a lost digit, or zeros in its place.
std::optional<Remark> refused_number(const Tidy& tidy) {
    const View text = tidy.text();
    if (const auto lost = find_lost_digit(text); lost != View::npos)
        return refused_part(tidy, text.substr(lost, code_point_at(text, lost).size), rules::lost_digit);
    const Span zeros = find_zeros_for_number(text);
    if (zeros.end == 0) return {};
    std::string without(without_spaces_at_ends(text.substr(0, zeros.begin)));
    without += text.substr(zeros.end);
    Remark remark = refused_part(tidy, slice(text, zeros), rules::text_left_over, std::move(without));
    remark.detail = slice(text, zeros);
    return remark;
}

bool is_canonical(View text, const Reading& reading) {
    if (!is_words(text) || postal_code_size(text) != 0) return false;
    if (find_lost_digit(text) != View::npos || doubled_hyphen(text) != View::npos) return false;
    if (find_zeros_for_number(text).end != 0) return false;
    const std::size_t size = municipality_at_start(text, reading);
    if (size == 0) return false;
    const View after = without_spaces_at_ends(text.substr(size));
    return can_follow_municipality(after, read_town_and_lot(after), text.substr(0, size));
}

/// The refusal of an address that says too little for 連結表記.
bool too_little(RuleId rule) {
    return rule == rules::incomplete || rule == rules::ambiguous || rule == rules::unknown_name;
}

Result<std::string> canonical_full_address(View text, const Reading& reading) {
    const auto address = parse_address(text, reading);
    const RuleId rule = address ? address.remark().rule : RuleId{};
    const bool no_number = rule == rules::lost_digit || rule == rules::text_left_over;
    if (too_little(rule) || no_number) return address.remark();
    return address.map([](const Address& read) { return read.full_address; });
}

Parts parts(View text, const Reading& reading) {
    const auto address = parse_address(text, reading);
    if (!address) return {};
    Parts parts;
    const auto add = [&](View name, const std::string& value) {
        if (!value.empty()) parts.emplace_back(name, value);
    };
    add("localGovernmentCode", address->lg_code);
    add("prefecture", address->prefecture);
    add("cityAndCounty", address->city_and_county);
    add("streetAddress", address->street_address);
    add("cityBlock", address->city_block);
    add("streetAddressAndCityBlock", address->street_address_and_city_block);
    add("buildingNameEtc", address->building_name_etc);
    add("fullAddress", address->full_address);
    add("postalCode", address->postal_code);
    add("buildingName", address->building_name);
    add("floor", address->floor);
    add("room", address->room);
    add("level", std::string(to_string(address->level)));
    add("rest", address->rest);
    add("alternatives", names_of(address->alternatives));
    return parts;
}

}  // namespace

Result<Address> parse_address(View text, const Reading& reading) {
    if (const auto refusal = refused_words(text)) return *refusal;
    const Tidy tidy(text);
    const AddressOutline outline = outline_of(tidy.text(), reading);
    const Remark lacking = lack(outline, tidy);
    if (lacking.rule == rules::not_of_this_type) return unreadable(text);
    // A name alone may be that of a town, and is not taken for one.
    if (lacking.rule == rules::incomplete && !has_number(outline.streets) && !outline.after_place.empty())
        return lacking;
    Address address = address_of(outline);
    if (auto number = refused_number(tidy)) {
        forget_number(address, outline, tidy.text());
        return {std::move(address), *std::move(number)};
    }
    if (!lacking.rule.empty()) return {std::move(address), lacking};
    if (!outline.postal_code.empty()) {
        Remark remark = refused_part(tidy, outline.postal_code, rules::part_of_another_item);
        remark.repair = RepairKind::guess;
        remark.detail = "郵便番号 (postalCode)";
        return {std::move(address), std::move(remark)};
    }
    Remark remark = notation_remark(text, address.full_address);
    return {std::move(address), std::move(remark)};
}

Address parse_below_municipality(View municipality, View text) {
    const Tidy tidy(text);
    return address_of(outline_below(municipality, tidy.text()));
}

Address parse_building_and_rest(View text, bool behind_number) {
    const Tidy tidy(text);
    return address_of(outline_of_tail(tidy.text(), behind_number));
}

const ValueType address_type{
    .name = "address",
    .name_ja = "住所",
    .form = "東京都千代田区紀尾井町1-3",
    .is_canonical = is_canonical,
    .canonical = canonical_full_address,
    .parts = parts,
};

}  // namespace daicho
