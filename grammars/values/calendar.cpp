#include "grammars/values/calendar.hpp"

#include <chrono>

#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

std::chrono::sys_days to_days(const Date& date) {
    using namespace std::chrono;
    return sys_days{year{date.year} / month{date.month} / day{date.day}};
}

}  // namespace

std::string to_string(const Date& date) {
    return padded(static_cast<unsigned>(date.year), 4) + '-' + padded(date.month, 2) + '-' +
           padded(date.day, 2);
}

unsigned weekday_of(const Date& date) {
    return std::chrono::weekday{to_days(date)}.iso_encoding();
}

int day_number(const Date& date) {
    return static_cast<int>(to_days(date).time_since_epoch().count());
}

Date days_after(const Date& date, int days) {
    const std::chrono::year_month_day day{to_days(date) + std::chrono::days{days}};
    return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
            static_cast<unsigned>(day.day())};
}

}  // namespace daicho
