#pragma once

#include <vector>

#include "registries/loading/registry_table.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Makes the table `place` anew: what stands where, by cells of a grid (store/grid.hpp), from all tables that
/// have positions, and what is drawn where. Positions outside Japan (a placeholder, degrees exchanged) are
/// left out.
void make_place_index(Database& database, const std::vector<RegistryTable>& tables);

}  // namespace daicho
