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
    /// `meanings` is one a column of `facts`. All must outlive it.
    DifferenceTeller(const ComparisonFacts& facts, std::span<const ColumnMeaning> meanings,
                     const DifferenceJudge& judge, bool whole_columns, ComparisonListener& listener)
        : facts_(facts), meanings_(meanings), judge_(judge), whole_(whole_columns), listener_(listener) {}

    /// Adds what there is to `summary`. Old records wait in memory or behind the name `scratch`. Throws
    /// Error.
    void tell(MarkedTable& before, MarkedTable& after, const RecordPairs& pairs, const std::string& scratch,
              ComparisonSummary& summary);

 private:
    /// A record of one side: where it is and its cells, one a column of the facts.
    struct Side {
        std::uint64_t record = 0;
        RecordPlace place;
        std::vector<std::string_view> cells;
    };

    void keep_old(MarkedTable& before, const RecordPairs& pairs, SortedRecords& old_records) const;
    void next_old();
    void meet(const Batch& batch, std::size_t record);
    void came();
    void went();
    void differ();
    void tell_one_sided(Change::Op op);
    bool same_key();

    const ComparisonFacts& facts_;
    std::span<const ColumnMeaning> meanings_;
    const DifferenceJudge& judge_;
    bool whole_;
    ComparisonListener& listener_;
    ComparisonSummary* summary_ = nullptr;
    SortedRecords* old_records_ = nullptr;
    std::uint64_t old_position_ = 0;
    bool more_old_ = false;
    Side old_, new_;
    std::vector<std::string_view> none_;
    std::vector<CellDifference> cells_;
};

}  // namespace daicho
