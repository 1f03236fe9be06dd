#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/engine/change.hpp"
#include "registries/loading/registry_table.hpp"
#include "registries/store/database.hpp"

namespace daicho {

/// Makes changes of the rows that two editions do not share. Rows come with all columns of the table, then
/// `file`; those of the older edition with its date behind that.
class ChangePairs {
 public:
    ChangePairs(const RegistryTable& table, std::string edition, std::string evidence)
        : table_(table), edition_(std::move(edition)), evidence_(std::move(evidence)) {}

    /// Old row and new row with the same key.
    void add_both(const Statement& row);
    void add_gone(const Statement& row) { gone_.push_back(old_row(row)); }
    void add_come(const Statement& row) { come_.push_back({values(row, 0), {}}); }

    /// A row that went and one that came are one change where the items of `Layout::pair` are equal and say
    /// it of these two only. Sorted by key.
    std::vector<Change> changes() const;

 private:
    using Values = std::vector<std::string>;
    struct Row {
        Values values;
        std::string edition;
    };

    Values values(const Statement& row, int first) const;
    Row old_row(const Statement& row) const;
    std::string pair_of(const Row& row) const;
    Change change(const Row* before, const Row* after) const;

    const RegistryTable& table_;
    std::string edition_;
    std::string evidence_;
    std::vector<Row> gone_, come_;
    std::vector<std::pair<Row, Row>> both_;
};

}  // namespace daicho
