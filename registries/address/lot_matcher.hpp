#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/values/address_resolver.hpp"
#include "registries/address/index_view.hpp"
#include "registries/address/lot_reader.hpp"

namespace daicho {

/// A row of one of the two registers, or a block of residences.
struct LotMatch {
    MatchLevel level = MatchLevel::none;  ///< block, residence, parcel
    std::uint32_t row = 0;                ///< of `residences` or `parcels`; of a block its first one
    std::uint32_t parts = 0;              ///< of the text that it has
};

/// What both registers have of the numbers of a text.
struct LotMatches {
    LotMatch residence;
    LotMatch parcel;
    bool covered = false;  ///< the registry has numbers of the town
};

LotMatches match_lot(const IndexView& index, std::uint32_t town, const FoldedText& text,
                     std::string_view source, const LotText& lot);

/// The row as the registry writes it.
std::string lot_part_text(const IndexView& index, std::uint32_t part);

}  // namespace daicho
