#pragma once

#include <memory>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "models/dataset/models.hpp"

namespace daicho {

/// Of the tables that one file may be read as (sheets of a workbook, records of a document) where nobody
/// named one, that which fits `model` best, or any model where that is "auto"; `table` itself where there is
/// no other, where no other fits better, or none fits well. Nothing of `table` was read yet. Throws Error
/// where the model cannot be read.
std::unique_ptr<TableReader> best_table(std::unique_ptr<TableReader> table, const std::string& model,
                                        Models& models);

}  // namespace daicho
