#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "registries/loading/recogniser.hpp"

namespace daicho {

/// Why a row cannot be taken.
struct RowRefusal {
    std::string column;  ///< item; empty: the row as a whole
    std::string value;
    Note reason;
};

/// As much of a value as a message shows.
std::string shown_value(std::string_view value);

/// What a look at the records of a batch has found, ready to be stored.
class CheckedRows {
 public:
    struct Left {
        std::size_t record = 0;
        bool blank = false;  ///< nothing is in it: it is no row
        RowRefusal why;
    };
    /// Records that are not to be stored, in order.
    std::vector<Left> left;

    void clear() {
        left.clear();
        text_.clear();
        ends_.clear();
    }
    void add_derived(const DerivedColumn& column, std::span<const std::string_view> values) {
        column.make(values, text_);
        ends_.push_back(text_.size());
    }
    /// Derived texts are counted through: those of the first record, those of the second, …
    std::string_view derived(std::size_t number) const {
        const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
        return std::string_view(text_).substr(begin, ends_[number] - begin);
    }

 private:
    std::string text_;
    std::vector<std::size_t> ends_;
};

/// Looks at rows before they are stored: a row needs its key in canonical form and numbers where degrees
/// stand. All else is kept as it was published, right or wrong. May be used from several threads at once.
class RowCheck {
 public:
    RowCheck(const RegistryTable& table, std::vector<std::optional<std::size_t>> columns, std::size_t width);

    void check(const Batch& batch, CheckedRows& out) const;
    /// The text of column `number` of the table in that record.
    std::string_view text(const Batch& batch, std::size_t record, std::size_t number) const {
        return columns_[number] ? batch.cell(record, *columns_[number]) : std::string_view{};
    }

 private:
    std::optional<RowRefusal> refusal(const Batch& batch, std::size_t record) const;
    void derive(const Batch& batch, std::size_t record, CheckedRows& out) const;

    const RegistryTable& table_;
    std::vector<std::optional<std::size_t>> columns_;
    std::size_t width_;
    std::vector<std::size_t> checked_;               ///< items
    std::vector<std::vector<std::size_t>> sources_;  ///< of each derived column
};

}  // namespace daicho
