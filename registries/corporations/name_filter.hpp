#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"

namespace daicho {

/// The codes of five digits, without the check digit, of the places that a text names, ended ones too: a code
/// of two, five or six digits, or a name. A prefecture is one code that ends with 000; a designated city has
/// its wards with it. Empty: there is no such place.
std::vector<std::uint32_t> places_named(std::string_view text);

/// A kind of corporation as the register has it (法人種別).
struct CorporationKind {
    std::uint16_t code;
    Text name;
};
/// The kind of that code or name; null where there is none.
const CorporationKind* corporation_kind_named(std::string_view text);

}  // namespace daicho
