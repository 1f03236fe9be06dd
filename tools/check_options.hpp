#pragma once

#include "models/dataset/check_options.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// Declares what validate and transform share: --pattern, --as-of, --two-digit-year, --map, --set.
void add_check_options(OptionList& list, CheckOptions& options);

/// Those of a table that keeps its columns: --pattern, --as-of, --two-digit-year.
void add_value_check_options(OptionList& list, CheckOptions& options);

}  // namespace daicho
