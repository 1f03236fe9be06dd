#pragma once

#include <string>
#include <string_view>

#include "registries/propagation/published_corporation.hpp"

namespace daicho {

/// What became of the seat of a corporation.
enum class SeatChange : unsigned char {
    none,
    postal_code,  ///< nothing else
    spelling,  ///< the same place written otherwise; a building behind the number, or the 小字 in front of
               ///< it, was added or dropped
    renumbered,  ///< the municipality was renamed or merged, all numbers of the address are as they were
    renamed,     ///< all numbers are as they were, the names are not: a move, unless many seats changed alike
    moved,
    moved_across,
};

SeatChange compare_seats(const PublishedCorporation& before, const PublishedCorporation& after);

/// Names of before and after without what both addresses end with: the same for all seats that an office
/// renamed in one stroke. Only for `renamed` seats.
std::string renaming_key(const PublishedCorporation& before, const PublishedCorporation& after);

/// A district that the seat was written with and no longer is, or the other way round, all else the same
/// (盛岡市玉山区好摩, 盛岡市好摩): the same for all seats of the municipality, whatever their towns. Empty:
/// the change is another.
std::string district_key(const PublishedCorporation& before, const PublishedCorporation& after);

}  // namespace daicho
