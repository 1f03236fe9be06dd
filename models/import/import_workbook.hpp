#pragma once

#include <string>

#include "models/engine/model_set.hpp"
#include "models/import/imported_model.hpp"

namespace daicho {

/// Makes a model out of a workbook with a sheet of items for each class, as the item tables of GIF are, and
/// sheets of code lists. Classes and lists that the workbook only names are those of `known` with that label;
/// so are the English names of its sheets. Throws Error where there is no table of items or codes.
ImportedModel import_workbook(const std::string& path, const std::string& name, ModelSet& known);

}  // namespace daicho
