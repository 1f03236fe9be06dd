#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace daicho {

/// Whether dates that end in their year begin with the month (4/18/2024) or the day (18/4/2024).
enum class DayOrder : unsigned char { unknown, month_first, day_first };

/// What the dates of a column show: several have one reading, all in the same order.
DayOrder day_order_of(std::span<const std::string> values);

/// What 4/5/2024, which has two readings, means in the order, as "2024-04-05"; nothing for other texts.
std::optional<std::string> date_in_order(std::string_view text, DayOrder order);

}  // namespace daicho
