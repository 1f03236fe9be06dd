#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/formats/table_reader.hpp"

namespace daicho {

/// The lines around the header, which a result does not have: titles, a licence, notes (S107).
std::vector<Finding> lines_left_out(const TableReader& table);

/// What of the records of a batch no column of a table has: cells beyond the last of its `columns` (S101),
/// bytes that are not valid characters (F006), and lines that were passed over (S109). `stays`: this record
/// is in the result as it was written.
std::vector<Finding> parts_left_out(const Batch& batch, std::size_t columns,
                                    const std::function<bool(std::size_t)>& stays);

}  // namespace daicho
