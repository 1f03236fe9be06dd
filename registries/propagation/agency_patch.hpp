#pragma once

#include <string>
#include <vector>

#include "grammars/formats/table_patch.hpp"
#include "registries/propagation/agency_actions.hpp"

namespace daicho {

/// What is patched of the actions, and what undoes it.
struct PatchPair {
    std::vector<CellEdit> forward;
    std::vector<CellEdit> back;
};

/// `key_header`: the column of the number.
PatchPair patches_of(const std::vector<AgencyAction>& actions, const std::string& key_header);

}  // namespace daicho
