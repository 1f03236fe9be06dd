#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/comparison/compared_table.hpp"
#include "models/comparison/difference.hpp"

namespace daicho {

/// The smallest set of at most three columns of both tables that tells the records of each of them apart: of
/// several such sets the one by which most cells of the records that it pairs are equal, then the one whose
/// headers speak of codes and numbers, then the first; a larger set where that pairs clearly more. Indexes of
/// `columns`; empty: there is none. Reads the tables as often as it must, small ones once. Throws Error where
/// they cannot be read.
std::vector<std::size_t> find_key(const ComparedTable& before, const ComparedTable& after,
                                  std::span<const ComparedColumn> columns);

}  // namespace daicho
