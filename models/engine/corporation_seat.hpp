#pragma once

#include <string_view>

#include "grammars/values/value_type.hpp"
#include "models/engine/address_reference.hpp"
#include "models/engine/corporation_reference.hpp"

namespace daicho {

/// How an address of a record stands to a seat of the register.
enum class SeatLikeness : unsigned char {
    same,      ///< spellings of one address, or one place; one may have a building more
    other,     ///< another number or town
    elsewhere  ///< another municipality
};

/// `seat` as the register joins it, with the municipality's code (6 digits, or empty). `addresses` may be
/// null: then only texts are compared.
SeatLikeness compare_seat(std::string_view given, std::string_view seat, std::string_view lg_code,
                          const AddressReference* addresses, const Reading& reading);

}  // namespace daicho
