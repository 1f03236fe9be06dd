#pragma once

#include "registries/address/address_matcher.hpp"
#include "registries/address/address_search.hpp"

namespace daicho {

/// What the registers have of a number, the better first.
struct ChosenLot {
    LotMatch best;
    LotMatch other;
    bool tie = false;  ///< both are as good
};

/// A whole parcel or residence is more than a block; of two that are as much the words decide, then the town.
ChosenLot choose_lot(const TownCandidate& candidate, const address_format::TownRecord& town,
                     AddressTarget target);

}  // namespace daicho
