#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/comparison/table_changes.hpp"

namespace daicho {

/// Where the columns of changes are in a table that they are made in, and which columns the result has.
class TargetColumns {
 public:
    /// A column of the result.
    struct Cell {
        std::optional<std::size_t> column;   ///< of the table; nothing: it is new
        std::optional<std::size_t> changed;  ///< of the changes; nothing: they do not speak of it
    };

    /// Columns are found by their headers, that of the same place first.
    TargetColumns(const TableChanges& changes, std::span<const std::string> headers);
    /// `places` are known: one for each column of the changes.
    TargetColumns(const TableChanges& changes, std::span<const std::string> headers,
                  std::vector<std::optional<std::size_t>> places);

    /// How many columns the table has.
    std::size_t columns() const { return headers_.size(); }
    /// The column of the table that a column of the changes is.
    std::optional<std::size_t> place(std::size_t changed) const { return places_[changed]; }
    /// The column of the changes that a column of the table is.
    std::optional<std::size_t> changed_at(std::size_t column) const { return changed_at_[column]; }
    /// A column that goes stays after all.
    void keep(std::size_t changed) { kept_[changed] = true; }
    bool goes(std::size_t changed) const {
        return changes_.columns[changed].removed && !changes_.columns[changed].ignored && !kept_[changed];
    }
    bool comes(std::size_t changed) const {
        return changes_.columns[changed].added && !changes_.columns[changed].ignored && !places_[changed];
    }

    /// The columns of the result, in their order.
    std::vector<Cell> layout() const;
    /// The header that a column of the result has.
    std::string header(const Cell& cell) const;

 private:
    void index();
    bool laid_out_as_before() const;

    const TableChanges& changes_;
    std::vector<std::string> headers_;
    std::vector<std::optional<std::size_t>> places_, changed_at_;
    std::vector<bool> kept_;
};

}  // namespace daicho
