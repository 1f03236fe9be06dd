#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// Some days of the week, at least one (GIF 441, rule D10).
struct Weekdays {
    unsigned days = 0;  ///< bit 0 is Monday, bit 6 is Sunday

    bool has(unsigned weekday) const { return days >> (weekday - 1) & 1u; }  ///< 1 (Monday) .. 7 (Sunday)
};

/// Reads weekdays in any order: 月火水, 月・水・金, 月曜日、火曜日, 月～金, 日;月;木, 12345, 毎日. A range
/// may run over the end of the week (金～日, 日～木). 祝 has no code and is refused as text left over, with
/// the guess of the days beside it; 平日 is refused with the guess Monday to Friday, as it leaves out
/// holidays.
Result<Weekdays> parse_weekdays(std::string_view text, const Reading& reading);

std::string weekday_code(const Weekdays& weekdays);   ///< `12345`
std::string weekday_label(const Weekdays& weekdays);  ///< `月火水木金`

extern const ValueType weekday_code_type;
extern const ValueType weekday_label_type;

}  // namespace daicho
