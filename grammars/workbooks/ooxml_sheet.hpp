#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "grammars/workbooks/cell_meanings.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// The rows of the part of a worksheet. What `meanings` speaks of outlives them.
std::unique_ptr<SheetRows> read_ooxml_sheet(std::unique_ptr<ByteSource> part, const CellMeanings& meanings);

/// The merged cells of the part of a worksheet, found without parsing its cells.
std::vector<MergedCells> merged_cells_of(ByteSource& part);

/// What the part with the styles says, by the style of a cell.
struct CellStyles {
    std::vector<NumberFormat> formats;
    std::vector<std::uint8_t> looks;  ///< of `cell_trait`
};
CellStyles read_cell_styles(ByteSource& part);

/// The comments of the part with them; the texts of the first ones.
std::vector<SheetExtras::Comment> read_comments(ByteSource& part);

/// Pictures, charts and shapes of the part of a drawing.
std::uint64_t count_objects(ByteSource& part);

}  // namespace daicho
