#pragma once

#include "grammars/characters/conversion.hpp"
#include "tools/session.hpp"

namespace daicho {

/// Says on stderr what was converted, what would be lost without the record, and what was left.
void tell_conversion(const ConversionSummary& summary, const Session& session);

}  // namespace daicho
