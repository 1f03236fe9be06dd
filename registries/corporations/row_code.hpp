#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "registries/corporations/corporation_items.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// A row of the register with the place that it was read at.
struct ReadCorporationRow {
    CorporationCells cells;  ///< of the bytes that it was decoded from
    std::uint32_t file = 0;  ///< in the table `file`
    std::uint32_t line = 0;  ///< in that file
};

/// The first columns of a row that SQLite has read; views until its next step.
CorporationCells cells_of(const Statement& row);

/// Appends the row as one run of bytes.
void encode_corporation_row(const ReadCorporationRow& row, std::string& out);
/// The row that was encoded at the start of `bytes`; its views are into them.
ReadCorporationRow decode_corporation_row(std::string_view bytes);

}  // namespace daicho
