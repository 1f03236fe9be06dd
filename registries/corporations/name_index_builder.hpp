#pragma once

#include <cstdint>
#include <vector>

#include "registries/store/database.hpp"

namespace daicho {

/// Makes the search index of the names in the tables `corporation` and `corporation_history` anew
/// (name_tables.hpp). Nothing where there is no such table. Within the caller's transaction, if he has one.
void make_name_index(Database& database);

/// Brings the index up to date after the rows of these bodies have changed, were added or have gone: costs
/// what they cost, whatever else is in the register; now and then segments of before become one. Makes the
/// index anew where there is none, or where most of it would be out of date. `numbers` in any order.
void update_name_index(Database& database, std::vector<std::uint64_t> numbers);

}  // namespace daicho
