#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "registries/loading/edition.hpp"
#include "registries/loading/recogniser.hpp"

namespace daicho {

/// A file among those that were shown, before its rows are read.
struct Candidate {
    std::string locator;  ///< opens it
    std::string name;     ///< the way to it from the path that was given
    Recognition found;    ///< or why it was not taken
    Edition edition;      ///< where its name or its archive say so; else of the file
    std::string sha256;   ///< set when it is read
    std::uint64_t size = 0;
};

/// Looks at every file at and below `paths`. The same file shown twice comes once. Throws Error where one of
/// `paths` itself cannot be read; what cannot be read below it is a candidate that was not taken.
std::vector<Candidate> survey(const std::vector<std::string>& paths, const std::vector<RegistryTable>& tables,
                              const std::vector<std::string>& without);

}  // namespace daicho
