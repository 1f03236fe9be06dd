#pragma once

#include <string>

#include "registries/loading/registry_table.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// SQL on the columns of a table that say of its rows what stands where.

/// The items of the key with / between them.
std::string place_key(const RegistryTable& table);
/// The name; null where the address base registry has it, by the key.
std::string place_name(const RegistryTable& table);
/// What the layout asks of a row, behind others: " and (…)", or nothing.
std::string place_condition(const RegistryTable& table);
/// Whether the registry has this table.
bool is_there(const Database& database, const RegistryTable& table);

}  // namespace daicho
