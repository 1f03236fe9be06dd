#pragma once

#include <string>
#include <vector>

#include "models/engine/model.hpp"

namespace daicho {

/// An example of what people type under `slot`, in its canonical form, or empty where none is known.
std::string example_value(const Slot& slot);

/// All values that the kind of `slot` has, where these are few; codes are not among them.
std::vector<std::string> kind_choices(const Slot& slot);

/// What must be true of a cell of a workbook, {} being the cell, as far as a formula can say it; or empty.
std::string cell_condition(const Slot& slot);

}  // namespace daicho
