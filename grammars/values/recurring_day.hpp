#pragma once

#include <array>
#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// Days that come again by week (GIF 441, rule D11): 第1・第3月曜日.
struct RecurringDay {
    /// For each weekday from Monday on the weeks it falls on, one bit each: 0 every week, 1 to 5 the nth of
    /// the month, 6 the last, 7 every second week.
    std::array<unsigned, 7> weeks{};
};

/// Reads recurring days: 毎週水曜日, 第1・第3月曜日, 最終金曜日, 隔週日曜日, 毎週月・水曜日, 14Tu4Th. A
/// weekday without its weeks is refused as ambiguous, with every week as the guess.
Result<RecurringDay> parse_recurring_day(std::string_view text, const Reading& reading);

/// `13Mo`, `14Tu4Th`: weeks, then the weekday, from Monday on.
std::string to_string(const RecurringDay& value);

extern const ValueType recurring_day_type;

}  // namespace daicho
