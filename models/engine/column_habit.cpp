#include "models/engine/column_habit.hpp"

#include <algorithm>

#include "grammars/values/city_and_county.hpp"
#include "grammars/values/municipality_code.hpp"
#include "grammars/values/rule_ids.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/number_column.hpp"

namespace daicho {

namespace {

constexpr std::string_view between_readings = " / ";

/// What codes of municipalities that have one reading have in common.
struct CodeHabit {
    std::string prefecture;  ///< empty: there are two of them, or hardly any code
    RuleId flaw;             ///< empty: there are two of them, or hardly any with one
};

/// Keeps what is the same in all that it is shown, once they are several.
template <typename T>
struct Common {
    T value{};
    std::size_t seen = 0;
    bool differs = false;

    void add(const T& one) {
        differs |= seen > 0 && one != value;
        value = one;
        ++seen;
    }
    T settled(std::size_t several) const { return seen < several || differs ? T{} : value; }
};

CodeHabit code_habit_of(std::span<const std::string> codes) {
    constexpr std::size_t several = 2, many = 3;
    Common<std::string> prefecture;
    Common<RuleId> flaw;
    for (const std::string& text : codes) {
        const auto code = municipality_code_type.canonical(text, {});
        if (!code) continue;
        prefecture.add(code->substr(0, 2));
        const RuleId rule = code.remark().rule;
        if (rule == rules::missing_check_digit || rule == rules::lost_leading_zero) flaw.add(rule);
    }
    return {prefecture.settled(several), flaw.settled(many)};
}

/// A reading of a code that lies in the prefecture of all others: no doubt is left where it lacks what they
/// lack.
LikelyReading flawed_code(std::string_view reading, std::string_view text, const ColumnHabit& habit) {
    LikelyReading likely{std::string(reading), {}, {}};
    const RuleId flaw = reading.starts_with(text) ? rules::missing_check_digit : rules::lost_leading_zero;
    if (flaw != habit.code_flaw) return likely;
    likely.flaw = flaw;
    if (flaw == rules::missing_check_digit) likely.detail = reading.substr(text.size());
    return likely;
}

/// 玖珂郡和木町. Not 郡山市, nor 郡部計.
bool has_county(const std::string& place) {
    const bool town = place.ends_with("町") || place.ends_with("村");
    return town && place.find("郡") != place.npos;
}

}  // namespace

ColumnHabit habit_of(std::span<const std::string> values, std::string_view header, const ValueType* kind) {
    ColumnHabit habit;
    habit.day_order = day_order_of(values);
    if (kind == &municipality_code_type) {
        CodeHabit codes = code_habit_of(values);
        habit.prefecture = std::move(codes.prefecture);
        habit.code_flaw = codes.flaw;
    }
    if (kind == &city_and_county_type && !header_names_kind(header, *kind)) {
        habit.no_counties = std::ranges::none_of(values, has_county);
    }
    habit.numbers = kind == nullptr && holds_numbers(values, header);
    return habit;
}

std::optional<LikelyReading> likely_reading(std::string_view text, std::string_view readings,
                                            const ColumnHabit& habit) {
    if (auto date = date_in_order(text, habit.day_order)) return LikelyReading{std::move(*date), {}, {}};
    if (habit.prefecture.empty()) return {};
    std::optional<LikelyReading> likely;
    while (!readings.empty()) {
        const std::size_t end = std::min(readings.find(between_readings), readings.size());
        const std::string_view reading = readings.substr(0, end);
        if (reading.starts_with(habit.prefecture)) {
            if (likely) return {};
            likely = flawed_code(reading, text, habit);
        }
        readings.remove_prefix(std::min(end + between_readings.size(), readings.size()));
    }
    return likely;
}

}  // namespace daicho
