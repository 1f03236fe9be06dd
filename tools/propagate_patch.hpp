#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/table_patch.hpp"
#include "registries/propagation/agency_actions.hpp"

namespace daicho {

/// A patch and the one that undoes it.
struct PatchPair {
    std::vector<CellEdit> forward;
    std::vector<CellEdit> back;
};

/// What the actions that a patch carries out change.
PatchPair patches_of(const std::vector<AgencyAction>& actions, const std::string& key_heading);

/// The patch in the form that the name of its file asks for: .csv (also "-"), .json or .sql. Throws Error for
/// others.
std::string patch_text(const std::vector<CellEdit>& edits, std::string_view path, std::string_view sql_table);

}  // namespace daicho
