#pragma once

#include "grammars/formats/batch.hpp"

namespace daicho {

/// Adds what is wrong with the records of a batch as records, whatever their format: another number of cells
/// than `columns` (S101; 0: nothing is expected), no text in any cell (S106), control characters (F005). For
/// readers of formats; the splitter of CSV finds these itself.
void check_records(Batch& batch, std::size_t columns);

}  // namespace daicho
