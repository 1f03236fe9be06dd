#include "models/engine/column_habit.hpp"

#include <algorithm>

#include "grammars/values/city_and_county.hpp"
#include "grammars/values/municipality_code.hpp"
#include "models/engine/column_profile.hpp"
#include "models/engine/number_column.hpp"

namespace daicho {

namespace {

constexpr std::string_view between_readings = " / ";

/// The prefecture of codes that have one reading; empty where there are two of them or hardly any code.
std::string prefecture_of(std::span<const std::string> codes) {
    constexpr std::size_t several = 2;
    std::string prefecture;
    std::size_t read = 0;
    for (const std::string& text : codes) {
        const auto code = municipality_code_type.canonical(text, {});
        if (!code) continue;
        if (read > 0 && !code->starts_with(prefecture)) return {};
        prefecture = code->substr(0, 2);
        ++read;
    }
    return read >= several ? prefecture : std::string{};
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
    if (kind == &municipality_code_type) habit.prefecture = prefecture_of(values);
    if (kind == &city_and_county_type && !header_names_kind(header, *kind)) {
        habit.no_counties = std::ranges::none_of(values, has_county);
    }
    habit.numbers = kind == nullptr && holds_numbers(values, header);
    return habit;
}

std::optional<std::string> likely_reading(std::string_view text, std::string_view readings,
                                          const ColumnHabit& habit) {
    if (auto date = date_in_order(text, habit.day_order)) return date;
    if (habit.prefecture.empty()) return {};
    std::optional<std::string> likely;
    while (!readings.empty()) {
        const std::size_t end = std::min(readings.find(between_readings), readings.size());
        const std::string_view reading = readings.substr(0, end);
        if (reading.starts_with(habit.prefecture)) {
            if (likely) return {};
            likely = reading;
        }
        readings.remove_prefix(std::min(end + between_readings.size(), readings.size()));
    }
    return likely;
}

}  // namespace daicho
