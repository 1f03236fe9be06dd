#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/sorted_records.hpp"
#include "models/comparison/difference_class.hpp"
#include "models/comparison/mark_join.hpp"

namespace daicho {

/// Reads the records again that may differ, and tells a listener of those that do.
class DifferenceTeller {
 public:
    /// `meanings` is one a column of `facts`. All must outlive it. `threads`: what differences come to is
    /// found out by two at once; the listener is told by one.
    DifferenceTeller(const ComparisonFacts& facts, std::span<const ColumnMeaning> meanings,
                     const DifferenceJudge& judge, bool whole_columns, bool threads,
                     ComparisonListener& listener)
        : facts_(facts),
          meanings_(meanings),
          judge_(judge),
          whole_(whole_columns),
          threads_(threads),
          listener_(listener) {}

    /// Adds what there is to `summary`. Old records wait in memory or behind the name `scratch`. Throws
    /// Error.
    void tell(MarkedTable& before, MarkedTable& after, RecordPairs& pairs, const std::string& scratch,
              ComparisonSummary& summary);

 private:
    /// A record of one side: where it is and its cells, one a column of the facts.
    struct Side {
        std::uint64_t record = 0;
        RecordPlace place;
        std::vector<std::string_view> cells;
    };
    /// Two records that met, or one that none met, until it is told.
    struct Waiting {
        Change::Op op = Change::Op::changed;
        Side before, after;  ///< of a record that is not there: no number, all cells empty
        std::string text;    ///< of their cells
        std::vector<CellDifference> cells;
        DifferenceClass kind = DifferenceClass::real;

        void take(Side& own, const Side& given);
    };

    bool keep_old(MarkedTable& before, RecordPairs& pairs, SortedRecords& old_records) const;
    void next_old();
    void meet(const Batch& batch, std::size_t record);
    void went();
    void wait(Change::Op op);
    void tell_waiting();
    void find_cells(Waiting& records) const;
    void find_differences(Waiting& records) const;
    void count(const Waiting& records);
    bool same_key();

    const ComparisonFacts& facts_;
    std::span<const ColumnMeaning> meanings_;
    const DifferenceJudge& judge_;
    bool whole_;
    bool threads_;
    ComparisonListener& listener_;
    ComparisonSummary* summary_ = nullptr;
    SortedRecords* old_records_ = nullptr;
    std::uint64_t old_position_ = 0;
    bool more_old_ = false;
    Side old_, new_, none_;
    std::vector<Waiting> waiting_;  // places are used again
    std::size_t waiting_count_ = 0, waiting_bytes_ = 0;
};

}  // namespace daicho
