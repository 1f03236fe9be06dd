#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// A time of day on the 24-hour clock (GIF 441, rule D3).
struct Time {
    unsigned hour = 0;    ///< 0..23
    unsigned minute = 0;  ///< 0..59
    unsigned second = 0;  ///< 0..59
    bool has_second = false;

    friend constexpr auto operator<=>(const Time&, const Time&) = default;
};

/// Reads a time of day: 9:00, 13時30分, 午後1時半, 1:30 PM, 正午, 0900; or refuses it.
///
/// 午前12時 and 午後12時 are refused: the law of 1872 and the faces of clocks give them opposite meanings.
/// Hours past 23 are no time of day; the refusal says which time of the next day they are.
Result<Time> parse_time(std::string_view text, const Reading& reading);

/// Reads a time of day without seconds; seconds are refused unless they are 00.
Result<Time> parse_time_hm(std::string_view text, const Reading& reading);

/// `HH:MM`, or `HH:MM:SS` where seconds were given.
std::string to_string(const Time& time);

/// Whether `text` is `HH:MM` within the day.
bool is_canonical_time_hm(std::string_view text);

/// Whether `text` is `HH:MM` or `HH:MM:SS` within the day.
bool is_canonical_time(std::string_view text);

extern const ValueType time_type;
extern const ValueType time_hm_type;

}  // namespace daicho
