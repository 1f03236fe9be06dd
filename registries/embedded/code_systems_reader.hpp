#pragma once

#include <vector>

#include "models/engine/model_set.hpp"
#include "registries/embedded/code_systems.hpp"

namespace daicho {

/// The systems of a code table, and the models that some of them are views into.
struct CodeSystemsFiles {
    ModelSet models;
    std::vector<FoundCodes> lists;
    std::vector<CodeSystem> systems;
};

/// Fills `files` from the models, registries/embedded/codes and the files that systems.tsv names.
void read_code_systems(CodeSystemsFiles& files);

}  // namespace daicho
