#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// A day of every year: the start of a fiscal year.
struct MonthDay {
    unsigned month = 1;  ///< 1..12
    unsigned day = 1;    ///< 1..31; 02-29 is a day
};

/// Reads a month and a day: 4/1, 4月1日, 0401, --04-01.
Result<MonthDay> parse_month_day(std::string_view text, const Reading& reading);

/// `MM-DD`.
std::string to_string(const MonthDay& value);

extern const ValueType month_day_type;

}  // namespace daicho
