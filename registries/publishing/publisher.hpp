#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "registries/publishing/generation_manifest.hpp"

namespace daicho {

struct PublishSettings {
    std::string folder;  ///< made where it is missing
    std::string key;     ///< file of the key to sign with (`sign`); empty: nothing is signed
    unsigned keep = 3;   ///< generations that stay, the new one among them
    /// Bytes looked at, of so many.
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;
};

struct PublishReport {
    bool changed = false;  ///< the folder did not have this generation as its present one
    CurrentGeneration current;
    bool index = false;             ///< the index of addresses is published with it
    std::uint64_t size = 0;         ///< of the files
    std::uint64_t parts = 0;        ///< of the files
    std::uint64_t new_parts = 0;    ///< that the folder did not have
    std::uint64_t new_bytes = 0;    ///< of those, packed
    std::uint64_t old_removed = 0;  ///< generations that went
};

/// Publishes the registry at `registry`, and the index beside it, as the present generation of the folder:
/// parts that the folder lacks (parts/), then the manifest (generations/N.json) with its signature, then
/// `current.json`, each file whole or not at all. A folder that any web server, object store or `rsync` hands
/// out is one to `pull` from at any moment. Parts are named by their content: what did not change is not
/// written again, and can be cached for ever. The same registries in the same order give the same bytes.
/// Throws Error.
PublishReport publish_registry(const std::string& registry, const PublishSettings& settings);

}  // namespace daicho
