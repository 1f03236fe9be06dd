#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

/// Writes down a digest of each table that has none of its own (histories, the log of files, what is searched
/// by), with all its columns: it says whether a registry is as it was written, not what publications say.
void write_seals(Database& database);

struct BrokenSeals {
    std::int64_t looked_at = 0;       ///< 0 in a registry of before that has none
    std::vector<std::string> tables;  ///< that are not as they were written, by name
};
BrokenSeals find_broken_seals(const Database& database);

}  // namespace daicho
