#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammars/formats/batch.hpp"

namespace daicho {

/// The records of a batch and behind them those of the next one, where there is one. Views both.
class RecordsAhead {
 public:
    RecordsAhead(const Batch& batch, const Batch* next) : batch_(batch), next_(next) {}

    std::size_t size() const { return batch_.size() + (next_ != nullptr ? next_->size() : 0); }
    const Batch& batch(std::size_t at) const { return at < batch_.size() ? batch_ : *next_; }
    std::size_t record(std::size_t at) const { return at < batch_.size() ? at : at - batch_.size(); }
    std::string_view cell(std::size_t at, std::size_t column) const {
        return batch(at).cell(record(at), column);
    }
    std::size_t width(std::size_t at) const { return batch(at).width(record(at)); }

 private:
    const Batch& batch_;
    const Batch* next_;
};

/// Looks for where another table begins below the records of one, by what its records were so far: a header
/// where they have numbers, and records below it that are others or stand behind a gap. Sees all records of a
/// table in their order.
class TableBelow {
 public:
    /// Where another table begins, and its header, which may stand in the batch that follows.
    struct Start {
        std::size_t begin = 0;   ///< the blank records and the title above the header included
        std::size_t header = 0;  ///< at or behind `begin`
    };

    explicit TableBelow(std::vector<std::string> headers);

    /// Looks at the records of a batch from number `from` on.
    std::optional<Start> find(const Batch& batch, const Batch* next, std::size_t from);

 private:
    /// What the cells of a column were.
    struct Column {
        std::size_t filled = 0, with_digit = 0, numbers = 0;
    };

    void learn(const Batch& batch, std::size_t record);
    bool is_plainly_own(const Batch& batch, std::size_t record) const;
    std::optional<Start> begins(const RecordsAhead& records, std::size_t gap, std::size_t header) const;
    bool is_header_of_two_rows(const RecordsAhead& records, std::size_t at) const;
    bool may_differ(const RecordsAhead& records, std::size_t at) const;
    bool is_other_table(const RecordsAhead& records, std::size_t header, bool behind_gap) const;
    bool may_be_header(const RecordsAhead& records, std::size_t at, bool behind_gap) const;
    bool is_like_own(std::string_view text, std::size_t column) const;
    std::size_t cells_unlike_own(const RecordsAhead& records, std::size_t at) const;
    bool has_other_columns(const RecordsAhead& records, std::size_t at, std::size_t end) const;

    std::vector<std::string> headers_;
    std::vector<Column> columns_;
    std::vector<std::size_t> witnesses_;  ///< two columns in which nearly all records have digits
    std::size_t learned_ = 0;             ///< records
    std::size_t single_ = 0;              ///< records of one cell
};

}  // namespace daicho
