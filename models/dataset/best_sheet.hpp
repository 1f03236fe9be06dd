#pragma once

#include <memory>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "models/dataset/models.hpp"

namespace daicho {

/// Of a workbook of which nobody named a sheet, the one that fits `model` best, or any model where that is
/// "auto"; `table` itself where it is no workbook, where no other sheet fits better, or none fits well.
/// Nothing of `table` was read yet. Throws Error where the model cannot be read.
std::unique_ptr<TableReader> best_sheet(std::unique_ptr<TableReader> table, const std::string& model,
                                        Models& models);

}  // namespace daicho
