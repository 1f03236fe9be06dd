#pragma once

#include <memory>
#include <vector>

#include "grammars/workbooks/cell_meanings.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// The rows of the part of a worksheet. What `meanings` speaks of outlives them.
std::unique_ptr<SheetRows> read_ooxml_sheet(std::unique_ptr<ByteSource> part, const CellMeanings& meanings);

/// The merged cells of the part of a worksheet, found without parsing its cells.
std::vector<MergedCells> merged_cells_of(ByteSource& part);

/// The number formats of the part with the styles, by the style of a cell.
std::vector<NumberFormat> read_number_formats(ByteSource& part);

}  // namespace daicho
