#include "models/engine/corporation_seat.hpp"

#include <string>

#include "grammars/values/address.hpp"
#include "grammars/values/municipality_levels.hpp"
#include "grammars/values/prefecture.hpp"
#include "grammars/values/seat_key.hpp"

namespace daicho {

namespace {

/// Without what people leave out: the prefecture, and the county of a town.
std::string short_key(std::string_view address) {
    for (const std::string_view end : {"都", "道", "府", "県"}) {
        const std::size_t at = address.find(end);
        if (at == address.npos || at > 9) continue;
        if (!prefecture_type.is_canonical(address.substr(0, at + end.size()), {})) continue;
        address.remove_prefix(at + end.size());
        break;
    }
    constexpr std::string_view county = "郡";
    constexpr std::size_t longest = 5 * 3;  // characters of three bytes
    const std::size_t at = address.find(county);
    const bool has_town = at != address.npos &&
                          (address.find("町", at) != address.npos || address.find("村", at) != address.npos);
    if (has_town && at > 0 && at <= longest) address.remove_prefix(at + county.size());
    return seat_key(address);
}

/// Whether one begins with the other and goes on with a building: with no number of its own.
bool says_more(std::string_view longer, std::string_view shorter) {
    if (shorter.empty() || !longer.starts_with(shorter)) return false;
    const char next = longer[shorter.size()];
    return next != '-' && (next < '0' || next > '9');
}

bool is_same_text(std::string_view given, std::string_view seat) {
    const std::string a = short_key(given), b = short_key(seat);
    if (a == b) return true;
    return a.size() > b.size() ? says_more(a, b) : b.size() > a.size() && says_more(b, a);
}

bool is_same_place(std::string_view given, std::string_view seat, std::string_view lg_code,
                   const AddressReference& addresses) {
    const LocatedAddress a = addresses.locate(given, lg_code), b = addresses.locate(seat, lg_code);
    if (!a.sure || !b.sure || a.level < MatchLevel::town || b.level < MatchLevel::town) return false;
    return a.lg_code == b.lg_code && a.town_id == b.town_id && !a.town_id.empty() &&
           seat_key(a.city_block) == seat_key(b.city_block);
}

}  // namespace

SeatLikeness compare_seat(std::string_view given, std::string_view seat, std::string_view lg_code,
                          const AddressReference* addresses, const Reading& reading) {
    if (given == seat || is_same_text(given, seat)) return SeatLikeness::same;
    if (addresses && is_same_place(given, seat, lg_code, *addresses)) return SeatLikeness::same;
    const auto read = parse_address(given, reading);
    if (!read || read->lg_code.empty() || lg_code.empty()) return SeatLikeness::other;
    const bool here = lies_within(read->lg_code, lg_code) || lies_within(lg_code, read->lg_code);
    return here ? SeatLikeness::other : SeatLikeness::elsewhere;
}

}  // namespace daicho
