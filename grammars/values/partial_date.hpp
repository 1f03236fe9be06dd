#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// A day, a month of a year, or a year (GIF 441, rules D1 and D2).
struct PartialDate {
    int year = 0;        ///< 1..9999
    unsigned month = 0;  ///< 0: not said
    unsigned day = 0;    ///< 0: not said
};

/// Reads a date in the notations people use: 2024/4/18, 20240418, 2024年4月18日（木）, 令和6年4月18日,
/// R6.4.18, 令和六年四月; or refuses it.
///
/// * An era counts only on its own days. 1912-07-30 and 1926-12-25 bear the names of both eras.
/// * A year of two digits is read as `reading` tells; `western` takes 69..99 for 19YY and 00..68 for 20YY.
/// * A weekday must fit its day: one of them is wrong, and nothing proves which.
/// * A time of day may follow only where it is midnight, as spreadsheets write it.
Result<PartialDate> parse_partial_date(std::string_view text, const Reading& reading);

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
std::string to_string(const PartialDate& date);

extern const ValueType partial_date_type;

}  // namespace daicho
