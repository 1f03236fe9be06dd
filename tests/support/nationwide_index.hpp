#pragma once

#include <cstdlib>
#include <string>

#include "registries/address/address_index.hpp"
#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

/// The index of the towns of the whole country, made once a program of the shared publications;
/// $DAICHO_ADDRESS_INDEX names one that is there already. For `*_big_test.cpp`.
inline daicho::AddressIndex nationwide_index() {
    static const daicho::ScratchFolder folder;
    static const std::string path = [] {
        if (const char* given = std::getenv("DAICHO_ADDRESS_INDEX")) return std::string(given);
        const std::string registry = folder.path() + "/registry.sqlite";
        return daicho::build_registry(registry,
                                      {shared_data("address"), shared_data("municipality"),
                                       shared_data("characters"), shared_data("postal")},
                                      {})
            .index->path;
    }();
    return daicho::AddressIndex::open(path);
}
