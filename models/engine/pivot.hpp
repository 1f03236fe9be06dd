#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammars/formats/batch.hpp"

namespace daicho {

/// Which columns of a table make one record of several. Columns count from 0; those that the names get follow
/// those of the table.
struct PivotPlan {
    std::uint32_t key = 0;              ///< column with the names
    std::uint32_t value = 0;            ///< column whose cells go to the columns of the names
    std::vector<std::uint32_t> groups;  ///< records that agree in these become one
    std::vector<std::string> names;
    std::uint32_t first = 0;  ///< column of the first name; so many columns the table has
    /// For each column, those of the names included: something reads it, so that nothing of it may be lost.
    std::vector<bool> kept;
};

/// Makes one record of all records of a group, in the order in which the groups first appear; they need not
/// stand together. It must see the whole table before it gives anything, and keeps all groups in memory.
///
/// Texts are compared without spaces around them. A cell is the first text that a record of the group has;
/// another one is a loss (M611) and a finding about the joined record. The value of a name that the plan does
/// not have is a loss (M612). A record without any text in the columns of the group stays alone (M613).
class Pivot {
 public:
    /// Both must outlive it and the findings; `headers` with those of the names.
    Pivot(const PivotPlan& plan, std::span<const std::string> headers);

    /// Takes the next records of the table.
    void add(const Batch& batch);
    /// Fills `out` with the next joined records, with their findings and losses; false at the end. Cells know
    /// the records that they were read from.
    bool next(Batch& out);

 private:
    struct Cell {
        std::size_t begin = 0;  // in text_
        std::uint32_t size = 0;
        CellOrigin origin;  // line 0: the cell has no text yet
    };
    struct Note {
        std::size_t group;
        Finding finding;
    };

    std::size_t group_of(const Batch& batch, std::size_t record);
    std::size_t open_group(RecordPlace place);
    void take(const Batch& batch, std::size_t record, std::size_t group);
    void take_value(const Batch& batch, std::size_t record, std::size_t group);
    void put(const Batch& batch, std::size_t record, std::size_t group, std::uint32_t from,
             std::uint32_t into);
    Finding finding_of(const Batch& batch, std::size_t record, RuleId rule, std::uint32_t column) const;
    void tell(std::size_t group, Finding finding);
    void give(std::vector<Note>& from, std::size_t& at, std::vector<Finding>& to) const;
    std::string_view text_of(const Cell& cell) const {
        return std::string_view(text_).substr(cell.begin, cell.size);
    }

    const PivotPlan& plan_;
    std::span<const std::string> headers_;
    std::unordered_map<std::string, std::size_t> groups_;          // by the texts of their columns
    std::unordered_map<std::string_view, std::uint32_t> columns_;  // of the names
    std::vector<RecordPlace> places_;                              // of each group, where it begins
    std::vector<Cell> cells_;                                      // of all groups
    std::string text_;
    std::vector<Note> findings_;
    std::vector<Note> losses_;
    std::size_t given_ = 0;  // groups that `next` has given
    std::size_t told_ = 0;   // findings
    std::size_t lost_ = 0;   // losses
};

}  // namespace daicho
