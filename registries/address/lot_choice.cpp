#include "registries/address/lot_choice.hpp"

namespace daicho {

using namespace address_format;

namespace {

/// Which of the two registers is meant: by the target, by the words, by how the town is numbered.
bool prefers_parcel(const TownRecord& town, const LotText& lot, AddressTarget target) {
    if (target != AddressTarget::any) return target == AddressTarget::parcel;
    if (lot.banchi) return true;
    if (lot.ban || lot.go) return false;
    return (town.flags & town_residential) == 0;
}

/// A parcel is itself and no part of it; a residence or a block may be followed by a room.
bool is_found(const LotMatch& match, const LotText& lot) {
    return match.level != MatchLevel::none &&
           (match.parts == lot.count || match.parts >= 2 || match.level == MatchLevel::block);
}

}  // namespace

ChosenLot choose_lot(const TownCandidate& candidate, const TownRecord& town, AddressTarget target) {
    const LotText& lot = candidate.lot;
    LotMatch residence = candidate.numbers.residence;
    LotMatch parcel = candidate.numbers.parcel;
    if (!is_found(residence, lot) || target == AddressTarget::parcel) residence = {};
    if (!is_found(parcel, lot) || target == AddressTarget::residence) parcel = {};
    const bool words = lot.banchi || lot.ban || lot.go;
    const bool block = residence.level == MatchLevel::block && parcel.parts == residence.parts && !words;
    const bool parcel_first = block || (parcel.parts == residence.parts ? prefers_parcel(town, lot, target)
                                                                        : parcel.parts > residence.parts);
    ChosenLot chosen = parcel_first ? ChosenLot{parcel, residence} : ChosenLot{residence, parcel};
    chosen.tie = block;
    return chosen;
}

}  // namespace daicho
