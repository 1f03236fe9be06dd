#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "registries/publishing/generation_manifest.hpp"
#include "registries/publishing/published_folder.hpp"

namespace daicho {

struct PullSettings {
    std::string target;  ///< where the registry is, or comes
    std::string key;  ///< file of the public key that must have signed the manifest; empty: nothing is asked
    bool older = false;  ///< also a generation older than the one in place, and that of another folder
    /// Bytes at hand, of so many.
    std::function<void(std::uint64_t done, std::uint64_t all)> progress;
};

struct PullReport {
    bool changed = false;  ///< the registry in place is another one now
    bool index = false;    ///< the index of addresses came with it
    bool checked = false;  ///< the signature, with the key
    bool is_signed = false;
    std::uint64_t sequence = 0;
    std::string generation;
    std::string data_date;
    std::vector<std::string> attribution;
    std::uint64_t size = 0;           ///< of the files
    std::uint64_t parts = 0;          ///< of the files
    std::uint64_t fetched_parts = 0;  ///< that were not at hand
    std::uint64_t fetched_bytes = 0;  ///< of those, packed
};

/// Puts the present generation of `folder` in place of the registry at `target`, taking the parts alone that
/// neither the registry in place nor what an interrupted pull has left (TARGET.pull-registry,
/// TARGET.pull-addresses) has. Every part and every file is compared with its digest, the manifest with the
/// signature; a registry that this program cannot read is not put in place. Until then, and whatever happens,
/// what was there stays as it is. TARGET.pulled.json says which generation came last. Throws Error.
PullReport pull_registry(PublishedFolder& folder, const PullSettings& settings);

}  // namespace daicho
