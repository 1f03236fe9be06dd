#pragma once

#include <memory>
#include <vector>

#include "grammars/formats/table_reader.hpp"

namespace daicho {

/// `table` without the tables that stand below its first one: these are no records of it. Each is told among
/// its findings (S155). `left_out`, which must outlive it, gets their rows; null: nobody wants them.
std::unique_ptr<TableReader> first_table(std::unique_ptr<TableReader> table,
                                         std::vector<Finding>* left_out = nullptr);

}  // namespace daicho
