#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammars/base/os.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

/// A table of a registry, as somebody who compares registries sees it.
struct StoredTable {
    std::string name;
    std::vector<std::string> columns;  ///< without those that are made of others, and without provenance
    std::vector<std::string> key;
    std::string digest;  ///< the same where the table says the same; empty: not known
};

/// What the registry was made of, then the tables of the publications in it, by name. The first one is called
/// "file".
std::vector<StoredTable> stored_tables(const Registry& registry);

/// The rows of a table in the order of its key, as CSV in UTF-8 with a header. Without `has_rows` the header
/// alone.
std::unique_ptr<ByteSource> stored_table_text(const std::string& registry, const StoredTable& table,
                                              bool has_rows);

/// Whether the file at `path` is a database, as registries are.
bool is_database_file(const std::string& path);

}  // namespace daicho
