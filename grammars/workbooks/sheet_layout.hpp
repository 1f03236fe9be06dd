#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// Watches what the records of a sheet were laid out with for the eye, and tells it once all were seen.
class SheetLayout {
 public:
    /// `all`: what does not touch the values too. `traits`: the workbook tells what its cells are.
    SheetLayout(bool all, bool traits) : all_(all), traits_(traits) {}

    void add(const SheetRow& row);
    /// `header_rows`: of which the header was joined.
    std::vector<Finding> findings(std::span<const MergedCells> merged, const SheetExtras& extras,
                                  std::size_t header_rows) const;

 private:
    /// What is in a column.
    struct Column {
        std::uint64_t cells = 0, numbers = 0, text_numbers = 0;
        std::uint64_t formulas = 0, external = 0, filled = 0, struck = 0;
        std::string text_number;  ///< the first one
    };

    void tell_columns(std::vector<Finding>& out) const;

    bool all_, traits_;
    std::vector<Column> columns_;
};

}  // namespace daicho
