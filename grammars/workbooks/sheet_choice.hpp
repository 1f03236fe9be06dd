#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/table_form.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// Which sheet is read.
struct SheetChoice {
    std::size_t sheet = 0;
    std::string others;  ///< names of the other sheets, for a message
    bool open = false;   ///< nobody named a sheet
};

/// The sheet that `wanted` names, by its name or its number from 1; empty: the first one that has a table, is
/// not hidden, and neither shows an example (記載例, 作成例) nor lists choices (選択肢). Throws Error that
/// names the sheets where there is none of that name.
SheetChoice choose_sheet(const Workbook& workbook, std::string_view wanted);

/// That sheet, from 0, of a workbook of which nobody named one.
SheetChoice choice_of(const Workbook& workbook, std::size_t sheet);

/// The sheets, from 0, that have a table, are not hidden and not beside the data, `chosen` first.
std::vector<std::size_t> likely_sheets(const Workbook& workbook, std::size_t chosen);

/// All sheets, each read through.
std::vector<SheetSummary> summarise_sheets(const Workbook& workbook, std::size_t chosen);

/// Whether the name of a sheet says that it is an example, a list of choices or a guide.
bool is_beside_the_data(std::string_view sheet);

}  // namespace daicho
