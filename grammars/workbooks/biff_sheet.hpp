#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/workbooks/cell_meanings.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// The rows of the sheet that begins at `at` of a workbook's stream. `name` is for messages; what `meanings`
/// speaks of and the stream outlive them.
std::unique_ptr<SheetRows> read_biff_sheet(std::string_view stream, std::size_t at,
                                           const CellMeanings& meanings, const std::string& name);

std::vector<MergedCells> merged_cells_of_biff(std::string_view stream, std::size_t at);

}  // namespace daicho
