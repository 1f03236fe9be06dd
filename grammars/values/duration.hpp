#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// Time that passes, in minutes (GIF 441, rule D8): 90 minutes are 01:30. It looks like a time of day; the
/// kind decides.
struct ElapsedTime {
    unsigned minutes = 0;  ///< below 100 hours
};

/// Reads time that passes: 1時間30分, 90分, 2時間半, 1:30.
Result<ElapsedTime> parse_elapsed_time(std::string_view text, const Reading& reading);

/// `HH:MM`.
std::string to_string(const ElapsedTime& time);

/// A length in years, months and days (GIF 441, rule D9). The parts are as they were said: 18 months stay 18.
struct Length {
    unsigned years = 0, months = 0, days = 0;
};

/// Reads a length: 10日間, 3か月, 2年6ヶ月, 1年半, 2週間, P1Y3M5D.
Result<Length> parse_length(std::string_view text, const Reading& reading);

/// `PnYnMnD` without the parts that are zero; `P0D` for nothing.
std::string to_string(const Length& length);

extern const ValueType elapsed_time_type;
extern const ValueType length_type;

}  // namespace daicho
