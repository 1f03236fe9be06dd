#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "models/comparison/column_meaning.hpp"
#include "models/comparison/compared_table.hpp"
#include "models/comparison/record_marks.hpp"

namespace daicho {

/// A set of records by their numbers, a bit for each of the table.
class RecordBits {
 public:
    explicit RecordBits(std::uint64_t last_record) : words_(last_record / 64 + 1) {}

    /// From several threads at once.
    void add(std::uint64_t record) {
        std::atomic_ref(words_[record / 64])
            .fetch_or(std::uint64_t{1} << (record % 64), std::memory_order_relaxed);
    }
    bool has(std::uint64_t record) const { return (words_[record / 64] >> (record % 64) & 1) != 0; }
    /// The first one at or behind `record`; 0: there is none.
    std::uint64_t next(std::uint64_t record) const;

 private:
    std::vector<std::uint64_t> words_;
};

/// What of a table is compared, and by what its records are told apart.
struct MarkPlan {
    std::vector<std::uint32_t> columns;  ///< in an order that both tables share
    std::vector<std::uint32_t> key;      ///< empty: all of `columns`
    std::vector<const ColumnMeaning*> key_meanings;
    bool as_written = false;  ///< records of equal bytes are equal: both tables are written alike
};

/// The records of a table as marks: each is read once, and only those are read again that are asked for.
/// Nothing is believed of their order.
class MarkedTable {
 public:
    /// `table` and what `plan` points to must outlive it. What memory does not hold is put aside in files
    /// behind the name `scratch`; about `bytes` are held.
    MarkedTable(const ComparedTable& table, MarkPlan plan, const std::string& scratch, std::size_t bytes);

    /// Reads the table to its end. Throws Error.
    void scan();
    /// It was read as UTF-8, and something in it may be a sign that it is not.
    bool is_doubtful() const { return doubtful_; }
    std::uint64_t records() const { return records_; }          ///< blank ones left out
    std::uint64_t last_record() const { return last_record_; }  ///< its number
    /// The marks of a part, see `RecordMarks::take`. After `scan`.
    std::vector<RecordMark> take(std::size_t part) { return marks_.take(part); }

    using Take = std::function<void(const Batch& batch, std::size_t record)>;
    /// Reads the records of `wanted` again and hands them to `take` in their order. Throws Error, also where
    /// the table changed meanwhile.
    void pick(const RecordBits& wanted, const Take& take);

 private:
    /// Where every `step_`th record starts.
    struct Place {
        std::uint64_t offset = 0;
        std::uint64_t line = 0;
    };

    void mark(const Batch& batch, std::size_t record);
    void place(const Batch& batch, std::size_t record, std::uint64_t offset);
    std::uint64_t key_of(const Batch& batch, std::size_t record, std::uint64_t content);
    bool pick_in_place(const RecordBits& wanted, const Take& take);
    void pick_by_reading(const RecordBits& wanted, const Take& take);
    std::uint64_t content_of(const Batch& batch, std::size_t record) const;

    const ComparedTable& table_;
    MarkPlan plan_;
    RecordMarks marks_;
    std::uint64_t records_ = 0;
    std::uint64_t last_record_ = 0;
    std::vector<Place> places_;
    std::uint64_t step_ = 8;
    std::uint64_t end_ = 0;  // offset behind the last record
    bool doubtful_ = false;
    bool placed_ = false;  // `places_` tell where records are
    char delimiter_ = ',';
    std::string scratch_text_;
};

}  // namespace daicho
