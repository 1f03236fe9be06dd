#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "models/engine/transformed.hpp"

namespace daicho {

/// The cells of a record of the result whose source has too few or too many (S101): a later reader finds it
/// ragged as well and leaves it alone, rather than take cells that may have shifted for those of their
/// columns. Those beyond the `columns` of the source stand at the end; one with too few lacks its empty ones
/// at the end, or where there are none has an empty one too many.
std::vector<std::string_view> ragged_row(const Batch& batch, std::size_t record, std::size_t columns,
                                         const Transformed& transformed);

}  // namespace daicho
