#pragma once

#include <vector>

#include "registries/loading/registry_table.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Makes the tables `outline` (what has one: of a municipality, a town, a lot) and `outline_piece` (what of
/// it lies in each cell of the grid, store/outline_piece.hpp) anew, from all tables with outlines in degrees.
void make_outline_index(Database& database, const std::vector<RegistryTable>& tables);

}  // namespace daicho
