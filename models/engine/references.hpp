#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "models/engine/inspector.hpp"

namespace daicho {

/// Watches the references inside a file (`reference parentId to id`). Fed batch after batch in the order of
/// the file, on one thread. Keeps a 64-bit hash for each different target, and the finding of each reference
/// whose target has not come yet.
class References {
 public:
    explicit References(const Inspector& inspector);

    void watch(const Batch& batch, const Inspection& inspection);
    /// Findings of the references that lead nowhere; once, when the file was read to its end.
    std::vector<Finding> unresolved();

 private:
    struct Waiting {
        std::uint64_t hash;
        Finding finding;
    };

    const Inspector& inspector_;
    std::vector<std::unordered_set<std::uint64_t>> targets_;  // of each reference of the model
    std::vector<std::vector<Waiting>> waiting_;
};

}  // namespace daicho
