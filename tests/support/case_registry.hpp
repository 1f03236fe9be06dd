#pragma once

#include <string>

#include "registries/builder/builder.hpp"
#include "tests/support/scratch_folder.hpp"

namespace daicho {

/// The path of a registry of tests/data/moji-cases: MJ, its shrink map, the IVD, Adobe-Japan1 and the table
/// of the National Tax Agency, as far as the characters of hard cases are concerned. Made once a program.
inline const std::string& case_registry() {
    static const ScratchFolder scratch;
    static const std::string path = [] {
        std::string made = scratch / "cases.sqlite";
        build_registry(made, {std::string{DAICHO_SOURCE_DIR} + "/tests/data/moji-cases"}, {});
        return made;
    }();
    return path;
}

}  // namespace daicho
