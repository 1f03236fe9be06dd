#pragma once

#include <utility>
#include <vector>

#include "models/comparison/compared_table.hpp"
#include "models/comparison/difference.hpp"

namespace daicho {

/// Columns that only the new table has, each with the one of the old table whose values it has: in at least
/// 95 of 100 records that belong together, which are known by the key, or by what the tables have in common.
/// Indexes of `columns`. Reads both tables. Throws Error where they cannot be read.
std::vector<std::pair<std::size_t, std::size_t>> find_renamed(const ComparedTable& before,
                                                              const ComparedTable& after,
                                                              const std::vector<ComparedColumn>& columns);

}  // namespace daicho
