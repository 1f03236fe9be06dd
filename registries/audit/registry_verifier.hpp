#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "registries/store/registry.hpp"

namespace daicho {

/// One thing that was looked at in a registry.
struct Verification {
    enum class Kind : unsigned char {
        error,    ///< the registry does not hold together: build it again
        warning,  ///< the publications themselves disagree
    };
    std::string name;  ///< "counts", "digests", "keys", "references", "integrity", "seals", "index"
    std::string table;
    std::string ja, en;  ///< what was looked at
    Kind kind = Kind::error;
    std::int64_t looked_at = 0;
    std::int64_t wrong = 0;
    std::vector<std::string> examples;  ///< keys of the first few
};

/// Looks at the whole registry: the file itself, counts of rows against those written down, check digits and
/// forms of keys, rows that name others, the indexes of addresses beside it and in the cache.
std::vector<Verification> verify_registry(const Registry& registry);

}  // namespace daicho
