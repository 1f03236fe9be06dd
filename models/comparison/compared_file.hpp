#pragma once

#include <string>

#include "grammars/formats/read_options.hpp"
#include "models/comparison/compared_table.hpp"

namespace daicho {

/// The table in the file at `path`; "-", and whatever can be read only once, is kept in a file without a name
/// as long as the table is there. Throws Error where it cannot be opened.
ComparedTable compared_file(const std::string& path, const ReadOptions& options);

/// The table that `bytes` are; `name` stands for it in messages, and its ending tells the format.
ComparedTable compared_bytes(std::string bytes, const std::string& name, const ReadOptions& options = {});

}  // namespace daicho
