#pragma once

#include <string_view>

#include "grammars/values/calendar.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// Reads a day (GIF 441, rule D1) in the notations of `parse_partial_date`; a date without a month or day is
/// `incomplete`.
Result<Date> parse_date(std::string_view text, const Reading& reading);

/// Whether `text` is a day of the calendar as `YYYY-MM-DD`.
bool is_canonical_date(std::string_view text);

extern const ValueType date_type;

}  // namespace daicho
