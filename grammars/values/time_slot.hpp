#pragma once

#include <string>
#include <string_view>

#include "grammars/values/time.hpp"

namespace daicho {

/// A slot of the day (GIF 441, rule D12): 09:00/17:00. It may end at 24:00. An end that is earlier on the
/// clock than the start is on the next day (22:00/05:00).
struct TimeSlot {
    unsigned start = 0;  ///< minutes from midnight, 0..1439
    unsigned end = 0;    ///< 0..1440, never equal to the start
};

/// Reads a slot: 9:00～17:00, 午前9時から午後5時まで, 18:00～翌2:00, 18:00～26:00, 終日.
Result<TimeSlot> parse_time_slot(std::string_view text, const Reading& reading);

/// `HH:MM/HH:MM`.
std::string to_string(const TimeSlot& slot);

extern const ValueType time_slot_type;

}  // namespace daicho
