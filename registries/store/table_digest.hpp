#pragma once

#include <string>

#include "registries/store/database.hpp"

namespace daicho {

/// A digest of what a table of a publication says: all rows in the order of their key, without the column
/// `file`, which differs between a registry that was built at once and one that was updated. 64 digits, lower
/// case.
std::string table_digest(const Database& database, const std::string& table);

/// Writes the digest down, for `written_digest`.
void write_digest(Database& database, const std::string& table);
void write_digest(Database& database, const std::string& table, const std::string& digest);
/// What was written down; empty where nothing was.
std::string written_digest(const Database& database, const std::string& table);

}  // namespace daicho
