#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/comparison/difference.hpp"
#include "models/comparison/marked_table.hpp"
#include "models/comparison/new_of_old.hpp"

namespace daicho {

/// Which records of two tables belong together.
struct RecordPairs {
    /// About `bytes` of pairs are in memory, the others in files behind the name `scratch`.
    RecordPairs(std::uint64_t last_old, std::uint64_t last_new, const std::string& scratch, std::size_t bytes)
        : new_of_old(last_old, scratch, bytes),
          old_wanted(last_old),
          new_wanted(last_new),
          old_paired(last_old),
          new_paired(last_new) {}

    NewOfOld new_of_old;
    /// Records that have to be read: those that came, went or are not of equal content.
    RecordBits old_wanted, new_wanted;
    RecordBits old_paired, new_paired;  ///< of these: those that belong to one of the other table
    std::uint64_t old_shared = 0, new_shared = 0;
    std::vector<SharedKey> shared;

    void pair(std::uint64_t old_record, std::uint64_t new_record) {
        new_of_old.add(0, static_cast<std::uint32_t>(old_record), static_cast<std::uint32_t>(new_record));
        old_paired.add(old_record);
        new_paired.add(new_record);
    }
};

/// Pairs the records of two scanned tables by their keys; of those that share a key first those of equal
/// content, then the others in their order. `read_equal`: records of equal content are wanted too; `threads`:
/// with two of them. Throws Error, also where a table has more than 4,294,967,295 records.
void pair_records(MarkedTable& before, MarkedTable& after, bool read_equal, bool threads, RecordPairs& pairs);

}  // namespace daicho
