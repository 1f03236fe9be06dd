#pragma once

#include "models/engine/reference_data.hpp"

namespace daicho {

/// Answers from the compiled-in tables: kind "municipality" (全国地方公共団体コード of prefectures,
/// municipalities and wards). Of every other kind it says `not_covered`.
///
/// A code that was abolished since 1970-04-01 is `ended`, with the codes of what its municipalities became by
/// `as_of`
/// ("221384, 221392"); on a day on which it was in use it is `present`, under whatever name. On a day before
/// it was in use it is `absent`: the record knows all that existed then. Of days before the record begins
/// nothing is known: `not_covered`. After its last day (2024-01-01) municipalities are taken to be as they
/// were then.
const ReferenceData& embedded_reference();

}  // namespace daicho
