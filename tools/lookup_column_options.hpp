#pragma once

#include "tools/lookup_column.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// Options about a table of which a column is looked up.
void add_column_options(OptionList& list, ColumnLookup& column);

}  // namespace daicho
