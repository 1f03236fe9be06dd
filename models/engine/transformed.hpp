#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/engine/inspection.hpp"
#include "models/engine/mapping.hpp"

namespace daicho {

/// One cell that the result does not hold as the source wrote it.
struct Edit {
    std::uint64_t record = 0;
    std::uint64_t line = 0;
    std::size_t target = 0;  ///< column of the result, from 0
    RuleId rule;             ///< the rule that the source broke; empty for a split or join
    RepairKind kind = RepairKind::normal_form;
    std::string before;
    std::string after;
    std::string note;  ///< how it was found: "exact residence"; mostly empty
};

/// A batch in its new shape. Reused from batch to batch; its cells look into the batch that it was made from.
class Transformed {
 public:
    Inspection inspection;
    MappedBatch mapped;                   ///< what was rewritten, where the columns were mapped before
    std::vector<Edit> edits;              ///< in order of record; those of the mapping first
    std::vector<Finding> given_up;        ///< values before they were shrunk that no item of the result keeps
    std::vector<Finding> not_shrunk;      ///< cells with characters that have no one answer; `detail`: these
    std::vector<Finding> not_located;     ///< addresses whose items stayed empty; `detail` says why
    std::vector<Finding> not_identified;  ///< names whose number stayed empty; `detail` says why
    std::vector<std::uint64_t> filled;    ///< for each target column: cells with a value

    std::size_t size() const { return touched_.size(); }
    std::span<const std::string_view> cells(std::size_t record) const {
        return {cells_.data() + record * filled.size(), filled.size()};
    }
    /// Whether any cell of the record differs from its source.
    bool touched(std::size_t record) const { return touched_[record]; }

    // For those who fill it.

    /// Forgets what it held, but `mapped`: so many records and columns of empty cells.
    void start(std::size_t records, std::size_t columns);
    std::span<std::string_view> cells_to_fill(std::size_t record) {
        return {cells_.data() + record * filled.size(), filled.size()};
    }
    /// A text that the result has and the source has not, though nothing of it changed: values put together.
    std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
    /// A cell of the record differs from its source for another reason than `write`.
    void touch(std::size_t record) { touched_[record] = true; }
    /// Makes the edit: its `after` becomes the text of the cell.
    void write(std::size_t record, Edit edit);

 private:
    std::vector<std::string_view> cells_;
    std::vector<bool> touched_;
    std::deque<std::string> texts_;  // new texts; a deque, so that views into them stay
};

}  // namespace daicho
