#include "registries/matching/match_level.hpp"

#include <algorithm>

#include "grammars/text/digits.hpp"
#include "grammars/text/edit_distance.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/corporate_name_key.hpp"
#include "grammars/values/prefecture.hpp"
#include "grammars/values/seat_key.hpp"

namespace daicho {

namespace {

/// Shorter names are too easily one letter apart.
constexpr std::size_t least_near = 4;

const ValueType* type_of(MatchItemKind kind) {
    switch (kind) {
        case MatchItemKind::postal_code:
            return find_value_type("postal_code");
        case MatchItemKind::phone:
            return find_value_type("phone");
        case MatchItemKind::number:
            return find_value_type("corporate_number");
        case MatchItemKind::date:
            return find_value_type("date");
        case MatchItemKind::name:
        case MatchItemKind::former:
        case MatchItemKind::kana:
        case MatchItemKind::address:
        case MatchItemKind::text:
            break;
    }
    return nullptr;
}

std::string canonical_of(MatchItemKind kind, std::string_view value) {
    const ValueType* type = type_of(kind);
    if (type == nullptr) return std::string(value);
    const auto canonical = type->canonical(value, {});
    return canonical ? *canonical : std::string(value);
}

std::string without_spaces(std::string key) {
    std::erase(key, ' ');
    return key;
}

/// 47 prefectures, left out by many tables: compared without.
std::string_view without_prefecture(std::string_view address) {
    for (const std::string_view end : {"都", "道", "府", "県"}) {
        const std::size_t at = address.find(end);
        if (at == address.npos || at > 9) continue;
        const std::string_view name = address.substr(0, at + end.size());
        if (prefecture_type.is_canonical(name, {})) return address.substr(name.size());
    }
    return address;
}

/// Where the hyphens of a telephone number stand is not everybody's knowledge.
std::string digits_of(std::string_view text) {
    const Narrow narrow(text);
    std::string digits(narrow.text());
    std::erase_if(digits, [](char c) { return !is_ascii_digit(c); });
    return digits;
}

/// One address begins with the other, and what more it says is no number.
bool says_more(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (a.empty() || !b.starts_with(a) || !is_ascii_digit(a.back())) return false;
    return !is_ascii_digit(b[a.size()]) && b[a.size()] != '-';
}

/// 永平寺町, or 福井県, where the other says more of a place in it.
bool holds_place(const SeatPlace& brief, const SeatPlace& full) {
    return brief.municipality != 0 && brief.key.empty() && is_in_place(full.municipality, brief.municipality);
}

std::string place_key(const SeatPlace& place) {
    return std::to_string(place.municipality) + " " + place.town_id + " " + place.numbers;
}

/// What the address says behind its numbers: a building.
std::string_view behind_numbers(const SeatPlace& place) {
    const std::string_view key = place.key;
    const std::size_t at = place.numbers.empty() ? key.npos : key.rfind(place.numbers);
    return at == key.npos ? std::string_view{} : key.substr(at + place.numbers.size());
}

ItemLikeness compare_addresses(const MatchValue& a, const MatchValue& b) {
    const bool known = !a.place.town_id.empty() && !b.place.town_id.empty();
    if (!known) {
        const bool more =
            says_more(a.key, b.key) || holds_place(a.place, b.place) || holds_place(b.place, a.place);
        return more ? ItemLikeness::near : ItemLikeness::different;
    }
    if (a.place.municipality != b.place.municipality || a.place.town_id != b.place.town_id) {
        return ItemLikeness::different;
    }
    if (a.place.numbers.empty() != b.place.numbers.empty()) return ItemLikeness::near;
    if (a.place.numbers != b.place.numbers) return ItemLikeness::different;
    const std::string_view more_of_a = behind_numbers(a.place), more_of_b = behind_numbers(b.place);
    if (more_of_a == more_of_b) return ItemLikeness::folded;
    return more_of_a.empty() || more_of_b.empty() ? ItemLikeness::near : ItemLikeness::different;
}

}  // namespace

std::string_view to_string(MatchItemKind kind) {
    constexpr std::string_view words[] = {"name",  "former", "kana", "address", "postcode",
                                          "phone", "number", "date", "text"};
    return words[static_cast<std::size_t>(kind)];
}

std::string_view to_string(ItemLikeness level) {
    constexpr std::string_view words[] = {"equal", "folded",    "kana",   "former",
                                          "near",  "different", "missing"};
    return words[static_cast<std::size_t>(level)];
}

MatchValue read_match_value(MatchItemKind kind, std::string_view text, const SeatReader* places) {
    MatchValue value;
    value.text = text;
    switch (kind) {
        case MatchItemKind::name:
        case MatchItemKind::former: {
            CorporateNameKey keys = corporate_name_key(text);
            value.key = std::move(keys.folded);
            value.core = std::move(keys.core);
            return value;
        }
        case MatchItemKind::kana:
            value.key = corporate_kana_key(text);
            break;
        case MatchItemKind::address:
            value.key = seat_key(without_prefecture(text));
            if (places != nullptr && !text.empty()) value.place = places->read(text);
            break;
        case MatchItemKind::phone:
            value.key = digits_of(canonical_of(kind, text));
            break;
        case MatchItemKind::postal_code:
        case MatchItemKind::number:
        case MatchItemKind::date:
        case MatchItemKind::text:
            break;
    }
    if (value.key.empty()) value.key = without_spaces(match_key(canonical_of(kind, text)));
    value.core = value.key;
    return value;
}

std::vector<std::string> blocking_keys(const MatchValue& value) {
    std::vector<std::string> keys;
    if (value.key.empty()) return keys;
    keys.push_back(value.key);
    if (value.core != value.key) keys.push_back(value.core);
    if (!value.place.town_id.empty()) keys.push_back(place_key(value.place));
    return keys;
}

ItemLikeness compare_match_values(MatchItemKind kind, const MatchValue& a, const MatchValue& b) {
    if (a.key.empty() || b.key.empty()) return ItemLikeness::missing;
    if (a.text == b.text) return ItemLikeness::equal;
    if (a.key == b.key) return ItemLikeness::folded;
    if (kind == MatchItemKind::address) return compare_addresses(a, b);
    if (kind != MatchItemKind::name) return ItemLikeness::different;
    if (a.core == b.core) return ItemLikeness::near;
    const bool long_enough = std::min(count_code_points(a.core), count_code_points(b.core)) >= least_near;
    return long_enough && edit_distance(a.core, b.core) <= 1 ? ItemLikeness::near : ItemLikeness::different;
}

}  // namespace daicho
