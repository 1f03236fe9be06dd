#pragma once

#include <cstdint>
#include <vector>

#include "models/comparison/mark_join.hpp"
#include "models/comparison/marked_table.hpp"

namespace daicho {

/// Pairs what `pairs` left over of both tables by how many cells are equal: at least half of those with a
/// text, the most alike first. The columns are those of both tables in one order. Of more than 200,000
/// records left over on one side none is paired, and the answer is false. Throws Error as
/// `MarkedTable::pick`.
bool pair_by_likeness(MarkedTable& before, const std::vector<std::uint32_t>& old_columns, MarkedTable& after,
                      const std::vector<std::uint32_t>& new_columns, RecordPairs& pairs);

}  // namespace daicho
