#pragma once

#include <cstddef>
#include <string>

#include "grammars/formats/table_reader.hpp"

namespace daicho {

/// The place of the column with that header. Throws Error that names the headers that there are; `file`
/// stands for the table.
std::size_t column_of(const TableReader& table, const std::string& header, const std::string& file);

/// For where there is no such column: what to say of it.
[[noreturn]] void refuse_column(const TableReader& table, const std::string& header, const std::string& file);

}  // namespace daicho
