#pragma once

#include <optional>
#include <string_view>

#include "registries/address/address_matcher.hpp"
#include "registries/address/address_search.hpp"

namespace daicho {

/// An address in Latin letters or kana with spaces, whichever way round it is written (2-1-2 Kasumigaseki,
/// Chiyoda-ku, Tokyo; Tokyo-to Chiyoda-ku Kasumigaseki 2-1-2), put into the order of Japanese: region, town,
/// number, building.
struct LatinReading {
    FoldedText text;
    NamedTowns towns;
};

/// Nothing: no prefecture, municipality or town is named.
std::optional<LatinReading> read_latin(const IndexView& index, std::string_view source,
                                       const AddressOptions& options);

}  // namespace daicho
