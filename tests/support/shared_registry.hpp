#pragma once

#include <memory>

#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

namespace daicho {

/// A registry of the shared publications about characters, for `*_big_test.cpp`: made once a program (some
/// seconds). Where they are not there the program is skipped, see `shared_data`.
inline const std::string& shared_character_registry() {
    static const std::string folder = shared_data("characters");
    static const ScratchFolder scratch;
    static const std::string path = [] {
        std::string made = scratch / "characters.sqlite";
        build_registry(made, {folder}, {});
        return made;
    }();
    return path;
}

}  // namespace daicho
