#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

namespace daicho {

/// A number as exact as it was written: 25.50 keeps its two decimals.
struct Decimal {
    bool negative = false;  ///< never with a value of zero
    std::string digits;     ///< all of them, at least one before the point; a zero stands in front only alone
    unsigned scale = 0;     ///< how many of them are behind the point
};

/// Reads a number as people write it: 1,234, １２．５, △5, 1万2千, 1.5億, .5. What says that the number is
/// rough (約, 程度, 以上) is refused with the number as the guess.
Result<Decimal> parse_decimal(std::string_view text, const Reading& reading);

/// Reads a whole number; decimals are refused unless they are zero.
Result<Decimal> parse_integer(std::string_view text, const Reading& reading);

/// The number without thousands separators: `-1234.50`.
std::string to_string(const Decimal& value);

/// Whether `text` is a canonical number with at most 30 digits on each side of the point.
bool is_canonical_decimal(std::string_view text);

/// Whether `text` is a canonical whole number of at most 30 digits.
bool is_canonical_integer(std::string_view text);

extern const ValueType integer_type;
extern const ValueType decimal_type;

}  // namespace daicho
