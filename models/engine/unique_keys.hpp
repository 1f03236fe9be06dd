#pragma once

#include <cstdint>
#include <vector>

#include "models/engine/inspector.hpp"

namespace daicho {

/// Watches the unique keys of a file. Fed batch after batch in the order of the file, on one thread. Keys are
/// kept as 64-bit hashes with the number of the record that had them first: 16 bytes a record and key.
class UniqueKeys {
 public:
    explicit UniqueKeys(const Inspector& inspector);

    /// Adds a finding to `inspection` for each record of `batch` whose key an earlier record has, and
    /// lowers its level.
    void watch(const Batch& batch, Inspection& inspection);

 private:
    /// An open-addressing table from hash to record number.
    class Table {
     public:
        /// The record that had `hash` first; `record` itself where it is new.
        std::uint64_t first(std::uint64_t hash, std::uint64_t record);
        void prefetch(std::uint64_t hash) const {
            __builtin_prefetch(&entries_[hash & (entries_.size() - 1)]);
        }

     private:
        struct Entry {
            std::uint64_t hash = 0;  // 0: free
            std::uint64_t record = 0;
        };
        void grow();
        std::vector<Entry> entries_ = std::vector<Entry>(1024);
        std::size_t used_ = 0;
    };

    const Inspector& inspector_;
    std::vector<Table> tables_;
};

}  // namespace daicho
