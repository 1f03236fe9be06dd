#pragma once

#include <span>
#include <string>

#include "grammars/formats/table_reader.hpp"
#include "grammars/formats/table_writer.hpp"
#include "models/merging/target_columns.hpp"

namespace daicho {

/// Writes what stands above the records of `table`, with the header and the lines between it and the records
/// laid out as `layout` says. Where nothing changes it stays byte for byte. Throws Error where columns change
/// and the header is not one record of their names.
void write_changed_header(const TableReader& table, TableWriter& out, const TargetColumns& columns,
                          std::span<const TargetColumns::Cell> layout, const std::string& name);

/// Whether the layout has other columns than the table, or in another order.
bool changes_layout(std::span<const TargetColumns::Cell> layout, std::size_t columns);

}  // namespace daicho
