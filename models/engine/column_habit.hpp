#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammars/values/day_order.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// What the values of a column have in common: it answers what one of them leaves open.
struct ColumnHabit {
    DayOrder day_order = DayOrder::unknown;  ///< of its dates that have two readings
    std::string prefecture;    ///< of its codes of municipalities, two digits; empty: unknown, or several
    bool no_counties = false;  ///< places that happen to be municipalities, all of them without their 郡
    bool numbers = false;      ///< of no kind: numbers that count or measure something
    bool numbered = false;     ///< 1, 2, 3 … from record to record
};

/// The habits that some of its values show. `kind`: of the column, or null.
ColumnHabit habit_of(std::span<const std::string> values, std::string_view header, const ValueType* kind);

/// What a text with several readings (T260) means where it does as the others do; nothing where that does not
/// tell. `readings`: the detail of its remark.
std::optional<std::string> likely_reading(std::string_view text, std::string_view readings,
                                          const ColumnHabit& habit);

}  // namespace daicho
