#pragma once

#include <vector>

#include "models/engine/references.hpp"
#include "models/engine/result_check.hpp"
#include "models/engine/unique_keys.hpp"

namespace daicho {

/// What the records of a table show together: keys that two of them have, references that lead nowhere, and
/// how many records reach which level. Fed batch after batch in the order of the file, on one thread.
class RecordSet {
 public:
    explicit RecordSet(const Inspector& inspector) : keys_(inspector), references_(inspector) {}

    /// Adds to `inspection` what `batch` has in common with earlier records.
    void watch(const Batch& batch, Inspection& inspection);
    /// What is known once the last record was read, in the order of the file; to be called once.
    std::vector<Finding> finish();
    /// Right after `finish`.
    const LevelCount& levels() const { return levels_; }

 private:
    UniqueKeys keys_;
    References references_;
    LevelCount levels_;
};

}  // namespace daicho
