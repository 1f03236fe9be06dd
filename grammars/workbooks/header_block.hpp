#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// Rows of a sheet as cells, with their numbers.
struct GridRow {
    std::uint64_t number = 0;
    std::vector<std::string> cells;
};

/// Rows that hold the header of a table together: groups of columns above, the names of the columns below.
struct HeaderBlock {
    std::size_t first = 0, last = 0;  ///< indexes of rows, both included
    std::vector<std::string> names;   ///< what stands above each column from top to bottom, joined by `_`
};

/// The blocks of several rows that merged cells tie together among `rows`, from top to bottom: each column
/// has one name of its own, below names that are merged across columns. Cells that are merged down a table of
/// values tie nothing.
std::vector<HeaderBlock> header_blocks(std::span<const GridRow> rows, std::span<const MergedCells> merged);

}  // namespace daicho
