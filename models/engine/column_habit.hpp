#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/rule_id.hpp"
#include "grammars/values/day_order.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// What the values of a column have in common: it answers what one of them leaves open.
struct ColumnHabit {
    DayOrder day_order = DayOrder::unknown;  ///< of its dates that have two readings
    std::string prefecture;  ///< of its codes of municipalities, two digits; empty: unknown, or several
    RuleId code_flaw;  ///< what those of its codes lack that lack something: K313 or K311; empty: unknown, or
                       ///< both
    bool no_counties = false;  ///< places that happen to be municipalities, all of them without their 郡
    bool numbers = false;      ///< of no kind: numbers that count or measure something
    bool numbered = false;     ///< 1, 2, 3 … from record to record
};

/// The habits that some of its values show. `kind`: of the column, or null.
ColumnHabit habit_of(std::span<const std::string> values, std::string_view header, const ValueType* kind);

/// What a text with several readings (T260) means where it does as the others do.
struct LikelyReading {
    std::string value;
    RuleId flaw;         ///< what makes it have several; empty: it stays one of several readings
    std::string detail;  ///< of that
};

/// Nothing where the others do not tell. `readings`: the detail of the remark on `text`.
std::optional<LikelyReading> likely_reading(std::string_view text, std::string_view readings,
                                            const ColumnHabit& habit);

}  // namespace daicho
