#pragma once

#include "models/engine/reference_data.hpp"

namespace daicho {

/// Answers from the compiled-in tables: kind "municipality" (全国地方公共団体コード of prefectures,
/// municipalities and wards). Of every other kind it says `not_covered`.
const ReferenceData& embedded_reference();

}  // namespace daicho
