#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammars/values/calendar.hpp"
#include "grammars/values/time.hpp"

namespace daicho {

/// A day and a time of it (GIF 441, rule D4).
struct DateTime {
    Date date;
    Time time;
    std::optional<int> offset;  ///< minutes before (-) or after (+) UTC, where it is said
};

/// Reads a date and a time, each in the notations of `parse_date` and `parse_time`, joined by `T` or a space
/// or following each other in words, with a zone if it is said; or refuses them. 24:00 is refused as a time
/// of day.
Result<DateTime> parse_date_time(std::string_view text, const Reading& reading);

/// `YYYY-MM-DDTHH:MM:SS` (the seconds where they were given) and `Z`, `+hh:mm` or `-hh:mm` where a zone was.
std::string to_string(const DateTime& value);

/// Whether `a` is before `b`: as instants where both say their zone, else as they stand on the clock.
bool is_before(const DateTime& a, const DateTime& b);

/// The value of a text that `is_canonical_date_time`.
DateTime canonical_date_time(std::string_view text);

/// Whether `text` is a canonical date and time.
bool is_canonical_date_time(std::string_view text);

extern const ValueType date_time_type;

}  // namespace daicho
