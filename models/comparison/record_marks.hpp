#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "models/comparison/put_aside.hpp"

namespace daicho {

/// A record that is known by what it comes to.
struct RecordMark {
    std::uint64_t key = 0;  ///< a hash: its first bits say which part it is in
    std::uint64_t content = 0;
    std::uint64_t record = 0;
};

/// The marks of a table in parts by their keys, so that a key is in the same part for every table. What
/// memory does not hold is put aside in a file.
class RecordMarks {
 public:
    static constexpr std::size_t parts = PartedEntries<RecordMark>::parts;

    /// The file is made behind the name `scratch`, and removed when this goes. About `bytes` of marks are in
    /// memory, and one part of them more for each `take` at a time.
    RecordMarks(std::string scratch, std::size_t bytes) : marks_(std::move(scratch), bytes) {}

    /// Throws Error where the disk fails.
    void add(const RecordMark& mark) { marks_.add(mark.key >> 56, mark); }

    /// The marks of a part by key, then by record; they are given once. Of several parts from several threads
    /// at once. Throws Error.
    std::vector<RecordMark> take(std::size_t part);

 private:
    PartedEntries<RecordMark> marks_;
};

}  // namespace daicho
