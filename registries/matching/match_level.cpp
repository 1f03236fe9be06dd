#include "registries/matching/match_level.hpp"

#include <algorithm>

#include "grammars/text/edit_distance.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/corporate_name.hpp"
#include "grammars/values/prefecture.hpp"
#include "registries/propagation/seat.hpp"

namespace daicho {

namespace {

/// Shorter names are too easily one letter apart.
constexpr std::size_t least_near = 4;

const ValueType* type_of(MatchItemKind kind) {
    switch (kind) {
        case MatchItemKind::name:
        case MatchItemKind::former:
            return &corporate_name_type;
        case MatchItemKind::postal_code:
            return find_value_type("postal_code");
        case MatchItemKind::phone:
            return find_value_type("phone");
        case MatchItemKind::number:
            return find_value_type("corporate_number");
        case MatchItemKind::date:
            return find_value_type("date");
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

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// One address begins with the other, and what more it says is no number.
bool says_more(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (a.empty() || !b.starts_with(a) || !is_digit(a.back())) return false;
    return !is_digit(b[a.size()]) && b[a.size()] != '-';
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

std::string match_item_key(MatchItemKind kind, std::string_view value) {
    if (kind == MatchItemKind::address) return seat_key(without_prefecture(value));
    return without_spaces(match_key(canonical_of(kind, value)));
}

std::string match_core_key(MatchItemKind kind, std::string_view value) {
    const bool name = kind == MatchItemKind::name || kind == MatchItemKind::former;
    if (!name) return match_item_key(kind, value);
    const std::string canonical = canonical_of(kind, value);
    const CorporateName parts = divide_corporate_name(canonical);
    const bool whole = parts.form == nullptr || parts.core.empty();
    return without_spaces(match_key(whole ? std::string_view(canonical) : parts.core));
}

ItemLikeness compare_match_items(MatchItemKind kind, std::string_view a, std::string_view a_key,
                                 std::string_view b, std::string_view b_key) {
    if (a_key.empty() || b_key.empty()) return ItemLikeness::missing;
    if (a == b) return ItemLikeness::equal;
    if (a_key == b_key) return ItemLikeness::folded;
    if (kind == MatchItemKind::address)
        return says_more(a_key, b_key) ? ItemLikeness::near : ItemLikeness::different;
    if (kind != MatchItemKind::name) return ItemLikeness::different;
    const std::string a_core = match_core_key(kind, a), b_core = match_core_key(kind, b);
    if (a_core == b_core) return ItemLikeness::near;
    const bool long_enough = std::min(count_code_points(a_core), count_code_points(b_core)) >= least_near;
    return long_enough && edit_distance(a_core, b_core) <= 1 ? ItemLikeness::near : ItemLikeness::different;
}

}  // namespace daicho
