#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammars/formats/table_reader.hpp"
#include "models/comparison/table_changes.hpp"
#include "models/merging/target_columns.hpp"

namespace daicho {

/// Which record of a table each change is about: the one that has its key, of several the one that says most
/// of what the change expects.
class RecordFinder {
 public:
    /// All must outlive it. `own`: records that the table's own side added, or null.
    RecordFinder(const TableChanges& changes, const TargetColumns& columns,
                 const std::set<std::uint64_t>* own);

    /// Reads the table to its end.
    void search(TableReader& table);
    /// The change that is about the record; nothing: none.
    std::optional<std::size_t> change_of(std::uint64_t record) const;
    /// The record that a change is about; 0: none.
    std::uint64_t record_of(std::size_t change) const { return records_[change]; }
    /// Whether records are known by keys, else by their numbers.
    bool by_key() const { return by_key_; }
    /// Records of the table that are not blank.
    std::uint64_t count() const { return count_; }
    /// Whether the table has another number of records than the one that the changes are of.
    bool is_another_count() const { return changes_.old_records && *changes_.old_records != count_; }
    /// Whether all records that come are in the table word for word, where they were to come to, and it is
    /// not known how many the old one had.
    bool came_before() const { return came_before_; }

 private:
    struct Candidate {
        int score = 0;
        std::size_t change = 0;
        std::uint64_t record = 0;
    };
    std::string key_at(const Batch& batch, std::size_t record) const;
    int score(const RecordChange& change, const Batch& batch, std::size_t record) const;
    void look_at(std::size_t change, const Batch& batch, std::size_t record);
    template <class TextOf>
    std::string whole_text(TextOf&& text_of) const;
    void look_for_copies(const Batch& batch, std::size_t record);
    bool are_all_there() const;
    void assign();

    const TableChanges& changes_;
    const TargetColumns& columns_;
    const std::set<std::uint64_t>* own_;
    bool by_key_ = false;
    bool came_before_ = false;
    std::uint64_t count_ = 0;
    /// Records that come where none is told by its key from the others, by all that they say.
    std::unordered_multimap<std::string, std::size_t> coming_;
    std::vector<Candidate> copies_;
    std::unordered_multimap<std::string, std::size_t> by_text_;
    std::unordered_multimap<std::uint64_t, std::size_t> by_number_;
    std::vector<Candidate> candidates_;
    std::vector<std::uint64_t> records_;
    std::unordered_map<std::uint64_t, std::size_t> changes_of_;
};

}  // namespace daicho
