#pragma once

#include <compare>
#include <string>

namespace daicho {

/// A day of the Gregorian calendar, years 1 to 9999, carried back before 1582 without a break (ISO 8601).
struct Date {
    int year = 1;
    unsigned month = 1;  ///< 1..12
    unsigned day = 1;    ///< 1..31

    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

/// `YYYY-MM-DD`.
std::string to_string(const Date& date);

constexpr bool is_leap_year(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/// Days of `month` (1..12) in `year`.
constexpr unsigned days_in_month(int year, unsigned month) {
    constexpr unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

/// Day of the week of `date`: 1 (Monday) .. 7 (Sunday), as in the weekday code of GIF 441.
unsigned weekday_of(const Date& date);

/// Days from 1970-01-01 to `date`.
int day_number(const Date& date);

/// The day that is `days` after `date`; `days` may be negative.
Date days_after(const Date& date, int days);

}  // namespace daicho
