#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "grammars/workbooks/workbook.hpp"

namespace daicho {

/// Which sheet is read.
struct SheetChoice {
    std::size_t sheet = 0;
    std::string others;  ///< names of the other sheets that may hold data, for a message
};

/// The sheet that `wanted` names, by its name or its number from 1; empty: the first one that has a table, is
/// not hidden, and neither shows an example (記載例, 作成例) nor lists choices (選択肢). Throws Error that
/// names the sheets where there is none of that name.
SheetChoice choose_sheet(const Workbook& workbook, std::string_view wanted);

/// Whether the name of a sheet says that it is an example, a list of choices or a guide.
bool is_beside_the_data(std::string_view sheet);

}  // namespace daicho
