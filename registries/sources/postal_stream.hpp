#pragma once

#include "registries/sources/record_stream.hpp"

namespace daicho {

/// KEN_ALL in either edition: rows of one record are joined, and the cells of both editions come in the
/// notation of the UTF-8 one (`use_utf8_notation`), so that a registry does not care which it was made of.
/// Rows that have another number of cells come as they are. A file of differences (ADD_yymm, DEL_yymm) has
/// the same columns, but not all records of a municipality, and is not taken.
extern const FileForm ken_all_form;

}  // namespace daicho
