#pragma once

#include <span>
#include <string>
#include <string_view>

#include "grammars/values/calendar.hpp"

namespace daicho {

/// An era with the days that bear its name. Texts live as long as the program.
struct Era {
    std::string_view name;    ///< 令和
    std::string_view letter;  ///< R
    std::string_view brief;   ///< 令
    std::string_view sign;    ///< ㋿
    int year_one = 0;         ///< the Gregorian year of 元年
    Date first;               ///< 明治: the first day of the solar calendar, 1873-01-01
    Date last;                ///< 9999-12-31 for the era that has not ended
};

/// All eras, oldest first.
std::span<const Era> eras();

/// The era of `date`, the younger one on a day of change; null before 1873-01-01.
const Era* era_of(const Date& date);

/// `date` in its era: 令和6年4月18日, 令和元年5月1日; empty before 1873-01-01.
std::string era_text(const Date& date);

}  // namespace daicho
