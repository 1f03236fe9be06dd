#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Appends a cell of CSV (RFC 4180): in quotation marks where the text needs them (the delimiter, quotation
/// marks, line ends), or where `quoted`.
void append_csv_cell(std::string& out, std::string_view text, char delimiter = ',', bool quoted = false);

/// The same as a text of its own.
std::string csv_cell(std::string_view text, char delimiter = ',', bool quoted = false);

}  // namespace daicho
