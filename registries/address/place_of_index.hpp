#pragma once

#include <cstdint>

#include "registries/address/address_answer.hpp"
#include "registries/address/index_view.hpp"
#include "registries/address/lot_matcher.hpp"

namespace daicho {

AddressPlace prefecture_place(const IndexView& index, std::uint32_t prefecture);
AddressPlace municipality_place(const IndexView& index, std::uint32_t municipality);
AddressPlace town_place(const IndexView& index, std::uint32_t town);
/// The place of `town` made that of a row of its numbers.
void add_lot(AddressPlace& place, const IndexView& index, const LotMatch& lot);

}  // namespace daicho
