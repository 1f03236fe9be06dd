#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grammars/values/address_resolver.hpp"
#include "grammars/values/town_and_lot.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// An address cut apart, as views into a tidy text (grammars/text/tidy.hpp), which must outlive it. Parts
/// that are not there are empty.
struct AddressOutline {
    std::string_view postal_code;
    std::string_view corporation;  ///< all after the postal code
    std::vector<Place> places;     ///< the municipalities that it may begin with
    std::string_view after_place;
    TownAndLot streets;
    std::string_view building;
    std::string_view rest;
};

/// Of a whole address.
AddressOutline outline_of(std::string_view text, const Reading& reading);
/// Of what follows `municipality`. What cannot follow one (高松市 + 役所) is all rest.
AddressOutline outline_below(std::string_view municipality, std::string_view text);
/// Of what follows the number, or a town that has none: 馬島 in 大津島 馬島 may be a 小字, and is no
/// building.
AddressOutline outline_of_tail(std::string_view text, bool behind_number);

/// Bytes of the postal code in front, with the spaces after it.
std::size_t postal_code_size(std::string_view text);
/// A lot or a 丁目.
bool has_number(const TownAndLot& read);
/// 役所, 立総合病院: what makes the name of an office or a facility out of that of a municipality.
bool begins_like_an_office(std::string_view text);
/// Whether what follows a municipality can be the rest of an address, rather than of the name of an office.
/// `read` is what `text` was read as.
bool can_follow_municipality(std::string_view text, const TownAndLot& read, std::string_view municipality);

std::string_view without_spaces_at_ends(std::string_view text);

}  // namespace daicho
