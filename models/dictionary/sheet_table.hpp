#pragma once

#include <string>
#include <vector>

#include "grammars/base/language.hpp"
#include "models/dictionary/class_sheet.hpp"

namespace daicho {

using Cells = std::vector<std::string>;

/// The item table of a class, cell by cell.
struct SheetTable {
    Cells header;
    std::vector<Cells> rows;
    std::size_t label_column = 1;  ///< the column that is indented where classes are nested
};

/// `paths`: items of nested classes are named by their path, for tables that cannot be indented.
SheetTable sheet_table(const ClassSheet& sheet, Language language, bool paths);

/// What the signs of the table mean, those that occur in it.
std::string legend_of(const ClassSheet& sheet, Language language);

/// Rows with their columns lined up for a terminal; the last cell of a row is left as it is.
std::string lined_up(const std::vector<Cells>& rows, std::string_view indentation);

}  // namespace daicho
