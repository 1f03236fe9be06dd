#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/text_hash.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/engine/column_profile.hpp"
#include "models/rules/tally.hpp"

namespace daicho {

/// Counts different texts: exactly up to a bound, beyond it by a sample of their hashes.
class DistinctCounter {
 public:
    explicit DistinctCounter(std::size_t bound) : bound_(bound) {}

    void add(std::string_view text) { add_hash(hash_of(text)); }
    /// The same for many texts, by their hashes: its table is larger than the caches, so it asks for the
    /// lines of later ones early.
    void add(std::span<const std::uint64_t> hashes);
    static std::uint64_t hash_of(std::string_view text) { return text_hash(text); }
    std::uint64_t count() const { return std::uint64_t{size()} << skipped_bits_; }
    bool exact() const { return skipped_bits_ == 0; }

 private:
    bool is_skipped(std::uint64_t hash) const {
        return (hash & ((std::uint64_t{1} << skipped_bits_) - 1)) != 0;
    }
    std::size_t size() const { return used_ + (has_zero_ ? 1 : 0); }
    /// Where the search for a hash begins. The lowest bits of those that are counted may all be 0.
    std::size_t place_of(std::uint64_t hash) const { return hash >> 32 & (table_.size() - 1); }
    void add_hash(std::uint64_t hash);
    void insert(std::uint64_t hash);
    void rebuild(std::size_t size);

    std::vector<std::uint64_t> table_ = std::vector<std::uint64_t>(64);  // the hashes, by their upper bits,
                                                                         // at most half full; 0: free
    std::size_t used_ = 0;
    bool has_zero_ = false;  // a text has the hash 0
    std::size_t bound_;
    unsigned skipped_bits_ = 0;  // hashes whose lowest ones are not all 0 are left out
};

/// What is in a column.
struct ColumnFacts {
    std::string name;  ///< the header
    ColumnKind kind;
    std::uint64_t filled = 0;
    std::uint64_t empty = 0;
    std::uint64_t canonical = 0;  ///< of the filled ones: in the canonical form of the kind
    std::uint64_t readable = 0;   ///< canonical or readable
    std::uint64_t distinct = 0;
    bool distinct_exact = true;
    std::size_t longest = 0;            ///< characters
    std::vector<std::string> examples;  ///< the first different values; none of confidential kinds
};

/// What is in a table.
struct TableFacts {
    void add(const Finding& finding);

    std::uint64_t records = 0;
    std::uint64_t blank_records = 0;
    std::vector<ColumnFacts> columns;
    Tally findings;              ///< of the structure and of the values, by rule and column
    std::vector<Finding> first;  ///< the first finding of each line of `findings`
};

/// Hears the records of a table with what was found out of its columns so far.
using BatchListener = std::function<void(const Batch& batch, const TableFacts& facts)>;

/// Reads `table` to its end. Memory does not depend on its size.
TableFacts profile_table(TableReader& table, const Reading& reading, const BatchListener& listener = {});

}  // namespace daicho
