#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/formats/table_reader.hpp"

namespace daicho {

/// What stands around the records, which a result does not have: titles, a licence and notes around the
/// header (S107), values of a document beside its records (S129).
std::vector<Finding> lines_left_out(const TableReader& table);

/// What a result has of a record.
enum class Kept : unsigned char {
    columns,     ///< the cells of columns
    cells,       ///< all cells
    as_written,  ///< everything
};

/// What of the records of a batch the result does not have: cells beyond the last of its `columns` (S101),
/// bytes that are not valid characters (F006), and lines that were passed over (S109).
std::vector<Finding> parts_left_out(const Batch& batch, std::size_t columns,
                                    const std::function<Kept(std::size_t)>& kept);

}  // namespace daicho
