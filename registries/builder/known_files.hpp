#pragma once

#include <optional>
#include <vector>

#include "registries/builder/builder.hpp"
#include "registries/loading/survey.hpp"

namespace daicho {

/// Whether the registry has taken each of the publications among `candidates` before, by their content: what
/// an update would report of them, which is that they say nothing new. Nothing where one of them is new, or
/// cannot be read. Files whose name and date the registry does not know are not read for that.
std::optional<std::vector<FileReport>> reports_of_known_files(const Database& registry,
                                                              const std::vector<Candidate>& candidates);

}  // namespace daicho
