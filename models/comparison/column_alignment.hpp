#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "models/comparison/difference.hpp"

namespace daicho {

/// What the caller says of the columns.
struct ColumnWishes {
    std::vector<std::pair<std::string, std::string>> renamed;  ///< headers in the old and in the new table
    std::vector<std::string> ignored;                          ///< headers, in either table
    std::vector<std::string> only;                             ///< all others are ignored; empty: none is
};

/// Pairs the columns of two tables by their headers (equal ones, then those that differ in notation only),
/// the first of a name with the first. Throws Error where a column that was named is not there.
std::vector<ComparedColumn> align_columns(std::span<const std::string> old_headers,
                                          std::span<const std::string> new_headers,
                                          const ColumnWishes& wishes);

/// The column of the new table `added` and that of the old one `removed` (indexes) are one, renamed.
void join_columns(std::vector<ComparedColumn>& columns, std::size_t added, std::size_t removed);

/// Puts columns in order and marks those that moved; to be called when all are joined.
void settle_columns(std::vector<ComparedColumn>& columns);

/// The column that a header names, in the new table or else in the old one; nothing where there is none.
std::optional<std::size_t> find_column(std::span<const ComparedColumn> columns, std::string_view header);

}  // namespace daicho
