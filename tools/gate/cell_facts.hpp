#pragma once

#include <string>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "tools/gate/gate_config.hpp"
#include "tools/gate/stored_check.hpp"

namespace daicho {

/// Reads `table` and notes in `check` what findings do not tell: the newest date of the column
/// `fresh_column`, and for each of `keyed` the records whose cells say what its key asks for. A column that
/// is not there has no date and no record.
void note_cells(TableReader& table, const std::string& fresh_column, const std::vector<Suppression>& keyed,
                StoredCheck& check);

}  // namespace daicho
