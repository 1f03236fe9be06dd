#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// A day of which parts, or all, are known to be unknown (GIF 441, rule D17).
struct UncertainDate {
    unsigned year = 0, month = 0, day = 0;  ///< as written: 2000-99-99 has month 99
    bool year_only = false;                 ///< 9999: nothing is known
    friend bool operator==(const UncertainDate&, const UncertainDate&) = default;
};

/// Reads a date in the notations of `parse_date`, or one whose unknown parts are nines (9999, 99, 99); 不明
/// and 不詳 are `9999-99-99`. A part that is left out is not unknown: `2000` is `incomplete`.
Result<UncertainDate> parse_date_or_unknown(std::string_view text, const Reading& reading);

/// The same where zeros (0000, 00, 00) stand for what is unknown, as in the residents' registry.
Result<UncertainDate> parse_date_or_unknown_zero(std::string_view text, const Reading& reading);

/// `YYYY-MM-DD`, or `YYYY` where the text was one unknown year.
std::string to_string(const UncertainDate& date);

extern const ValueType date_or_unknown_type;
extern const ValueType date_or_unknown_zero_type;

}  // namespace daicho
