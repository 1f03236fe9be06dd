#pragma once

#include <string_view>

#include "grammars/base/span.hpp"

namespace daicho {

/// 真町（四条通寺町より河原町まで）: the streets of 京都 that tell behind a town where it lies. `rest` is
/// what stands behind the town; what is within its brackets, or nothing (0, 0) where it is something else.
Span streets_told(std::string_view source, Span rest);

}  // namespace daicho
