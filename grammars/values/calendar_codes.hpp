#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/values/value_type.hpp"

/// Codes for parts of the year and the day (GIF 441, rules D12 to D16). Each reads its codes, and the words
/// for them.
namespace daicho {

/// A month, 1..12: 04, 4, 4月, 四月.
Result<unsigned> parse_month_code(std::string_view text, const Reading& reading);

/// Hours of the day, each 0..23 and in order, or 99 alone for unknown: `09,10,11`; 9:00～12:00 is the same.
Result<std::vector<unsigned>> parse_time_slot_code(std::string_view text, const Reading& reading);

/// The hour meant, 0..23, or 99 for unknown: 09, 9時, 9:00.
Result<unsigned> parse_target_time_code(std::string_view text, const Reading& reading);

/// `A1` 春 .. `D4` 晩冬, `00` unknown.
Result<std::string> parse_season_code(std::string_view text, const Reading& reading);

/// `A1` 上旬, `A2` 中旬, `A3` 下旬, `00` unknown.
Result<std::string> parse_ten_day_code(std::string_view text, const Reading& reading);

extern const ValueType month_code_type;
extern const ValueType time_slot_code_type;
extern const ValueType target_time_code_type;
extern const ValueType season_code_type;
extern const ValueType ten_day_code_type;

}  // namespace daicho
