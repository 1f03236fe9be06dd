#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammars/values/date_time.hpp"

namespace daicho {

/// How the end of a period is written (GIF 441, rules D5 to D7).
enum class PeriodEnd : unsigned char { whole, month_and_day, day };

/// From one day to another, both included, or from one time to another.
struct Period {
    Date first;
    Date last;
    std::optional<DateTime> start, end;  ///< both or none: a period with times
    PeriodEnd written = PeriodEnd::whole;
};

/// Reads a period: 2024/4/1～2024/9/30, 令和6年4月1日から令和7年3月31日まで, 2024年4月1日～30日. What the end
/// leaves out (era, year, month; the day before a time) is that of the start. A period without an end is
/// `incomplete`.
Result<Period> parse_period(std::string_view text, const Reading& reading);

/// `YYYY-MM-DD/YYYY-MM-DD`, with times `YYYY-MM-DDTHH:MM:SS/YYYY-MM-DDTHH:MM:SS`. A text that was canonical
/// in a short form (`YYYY-MM-DD/MM-DD`, `YYYY-MM-DD/DD`) keeps it.
std::string to_string(const Period& period);

extern const ValueType period_type;

}  // namespace daicho
