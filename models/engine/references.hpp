#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "models/engine/inspector.hpp"

namespace daicho {

/// A reference that leads nowhere, and the level of its record without regard to that.
struct Dangling {
    Finding finding;
    Level level = Level::none;
};

/// Watches the references inside a file (`reference parentId to id`). Fed batch after batch in the order of
/// the file, on one thread. Keeps a 64-bit hash for each different target, and the finding of each reference
/// whose target has not come yet.
class References {
 public:
    explicit References(const Inspector& inspector);

    void watch(const Batch& batch, const Inspection& inspection);
    /// The references that lead nowhere, in the order of the file; once, when it was read to its end.
    std::vector<Dangling> unresolved();

 private:
    struct Waiting {
        std::uint64_t hash;
        Dangling dangling;
    };

    const Inspector& inspector_;
    std::vector<std::unordered_set<std::uint64_t>> targets_;  // of each reference of the model
    std::vector<std::vector<Waiting>> waiting_;
};

}  // namespace daicho
