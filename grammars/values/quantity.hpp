#pragma once

#include <string_view>

#include "grammars/values/decimal.hpp"

/// Numbers whose unit the kind knows. The unit may be written and is taken away; another unit of the same
/// measure is converted where that is exact (2ha, 1.5km, 30万円).
namespace daicho {

/// Square metres, not negative.
Result<Decimal> parse_area_m2(std::string_view text, const Reading& reading);

/// Metres, not negative.
Result<Decimal> parse_length_m(std::string_view text, const Reading& reading);

/// Metres above or below a level (GIF 444, rule G2).
Result<Decimal> parse_height_m(std::string_view text, const Reading& reading);

/// A number of people, whole and not negative.
Result<Decimal> parse_people(std::string_view text, const Reading& reading);

/// Yen, whole: 1,000円, ￥1,000, 1,234千円; 無料 is 0.
Result<Decimal> parse_yen(std::string_view text, const Reading& reading);

extern const ValueType area_m2_type;
extern const ValueType length_m_type;
extern const ValueType height_m_type;
extern const ValueType people_type;
extern const ValueType yen_type;

}  // namespace daicho
