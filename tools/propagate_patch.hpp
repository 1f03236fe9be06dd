#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/table_patch.hpp"

namespace daicho {

/// The patch in the form that the end of its path says: .csv (for standard output too), .json or .sql. Throws
/// Error for another one, or where SQL has no table to name.
std::string patch_text(const std::vector<CellEdit>& edits, std::string_view path, std::string_view sql_table);

}  // namespace daicho
