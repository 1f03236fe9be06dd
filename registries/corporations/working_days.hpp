#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/values/calendar.hpp"

namespace daicho {

/// Whether the register of corporations is published on that day: no Saturday, no Sunday, none of the days in
/// closing_days.tsv. What the table does not speak of yet (the years behind its last) has no holidays.
bool is_working_day(const Date& day);

/// Working days between two days, both left out.
std::vector<Date> working_days_between(const Date& after, const Date& before);

}  // namespace daicho
