#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/comparison/put_aside.hpp"

namespace daicho {

/// For each record of an old table that of the new one that it is. Pairs come in any order and are read in
/// that of the old records; what memory does not hold is put aside in files.
class NewOfOld {
 public:
    /// About `bytes` of pairs are in memory; files are made behind the name `scratch`.
    NewOfOld(std::uint64_t last_old, const std::string& scratch, std::size_t bytes);

    /// Not after the first `next`. Two threads may add, each in a lane of its own (0 or 1). Throws Error.
    void add(std::size_t lane, std::uint32_t old_record, std::uint32_t new_record) {
        lanes_[lane].add((old_record - 1) / width_, {old_record, new_record});
    }

    /// Of the old records 1, 2, 3 ... one after the other: the new one; 0: there is none. Throws Error.
    std::uint32_t next() {
        if (at_ == part_.size()) load();
        return part_[at_++];
    }

 private:
    struct Pair {
        std::uint32_t old_record, new_record;
    };

    void load();

    std::uint64_t width_;  // records of a part
    PartedEntries<Pair> lanes_[2];
    std::size_t next_part_ = 0;
    std::vector<std::uint32_t> part_;  // those of the records of one part
    std::size_t at_ = 0;
};

}  // namespace daicho
