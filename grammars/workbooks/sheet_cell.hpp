#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "grammars/workbooks/cell_meanings.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// B12 of a sheet: column 1, row 12.
struct SheetPlace {
    std::uint32_t column = 0;
    std::uint64_t row = 0;
};
/// "B12" or "$B$12"; nothing where a sheet has no such cell.
std::optional<SheetPlace> parse_sheet_place(std::string_view text);

/// A whole number without a sign, and nothing else.
std::optional<std::uint64_t> unsigned_in(std::string_view text);

/// "[1]表!A1" of a formula: the first of the workbooks that this one reads.
bool reads_other_workbook(std::string_view formula);

/// A cell as the part of a worksheet writes it (CT_Cell).
struct SheetCell {
    std::uint32_t column = 0;
    std::size_t style = 0;
    std::string_view type = "n";  ///< ST_CellType
    std::string_view value{};     ///< of `v`
    std::string_view text{};      ///< of `is`
    std::string_view reading{};   ///< of that text
    bool has_value = false;
    bool formula = false;
    bool external = false;  ///< a formula that reads another workbook
};

/// Appends the cell as people see it, unless there is nothing to see. False where its value is a shared
/// string that is not there.
bool append_cell(const SheetCell& cell, const CellMeanings& meanings, SheetRow& row);

}  // namespace daicho
