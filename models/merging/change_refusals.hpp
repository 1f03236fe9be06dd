#pragma once

#include <string>

#include "models/comparison/table_changes.hpp"
#include "models/merging/record_finder.hpp"
#include "models/merging/target_columns.hpp"

namespace daicho {

/// Throws Error where the table called `name` lacks a column of the changes.
void refuse_missing_columns(const TableChanges& changes, const TargetColumns& columns,
                            const std::string& name);

/// Throws Error where the changes have no key and the table called `name`, which `finder` has searched, is
/// not the one that they were made for: then a number does not say which record is meant.
void refuse_another_table(const TableChanges& changes, const RecordFinder& finder, const std::string& name);

}  // namespace daicho
