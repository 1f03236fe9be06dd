#pragma once

#include <cstdlib>
#include <string>

#include "registries/address/address_generation.hpp"
#include "registries/address/address_index.hpp"
#include "registries/address/index_place.hpp"
#include "registries/builder/builder.hpp"
#include "registries/store/registry.hpp"
#include "tests/support/scratch_folder.hpp"
#include "tests/support/shared_data.hpp"

/// The index of the towns of the whole country: that beside $DAICHO_NATIONWIDE_REGISTRY, which CTest has made
/// once for all, else made of the shared publications, once a program. For `*_big_test.cpp`.
inline daicho::AddressIndex nationwide_index() {
    static const daicho::ScratchFolder folder;
    static const std::string path = [] {
        if (const char* given = std::getenv("DAICHO_NATIONWIDE_REGISTRY")) {
            const daicho::Registry registry{given};
            return daicho::IndexPlace::beside(given, daicho::address_generation(registry)).path();
        }
        const std::string registry = folder.path() + "/registry.sqlite";
        return daicho::build_registry(registry,
                                      {shared_data("address"), shared_data("municipality"),
                                       shared_data("characters"), shared_data("postal")},
                                      {})
            .index->path;
    }();
    return daicho::AddressIndex::open(path);
}
