#pragma once

#include <cstdint>
#include <vector>

#include "models/comparison/difference.hpp"
#include "models/comparison/marked_table.hpp"

namespace daicho {

/// Which records of two tables belong together.
struct RecordPairs {
    /// For each record of the old table, by its number less one, that of the new table; 0: it has none.
    std::vector<std::uint32_t> new_of_old;
    /// Records that have to be read: those that came, went or are not of equal content.
    RecordBits old_wanted, new_wanted;
    RecordBits new_paired;  ///< of `new_wanted`: those that an old record belongs to
    std::uint64_t old_shared = 0, new_shared = 0;
    std::vector<SharedKey> shared;

    void pair(std::uint64_t old_record, std::uint64_t new_record) {
        new_of_old[old_record - 1] = static_cast<std::uint32_t>(new_record);
        new_paired.add(new_record);
    }
};

/// Whether the records that both tables have stand in one order.
bool keeps_order(const RecordPairs& pairs);

/// Pairs the records of two scanned tables by their keys; of those that share a key first those of equal
/// content, then the others in their order. `read_equal`: records of equal content are wanted too; `threads`:
/// with two of them. Takes 4 bytes a record of the old table. Throws Error where a table has more than
/// 4,294,967,295 records.
RecordPairs pair_records(MarkedTable& before, MarkedTable& after, bool read_equal, bool threads);

}  // namespace daicho
