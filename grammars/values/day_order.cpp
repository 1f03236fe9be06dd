#include "grammars/values/day_order.hpp"

#include <charconv>

#include "grammars/text/narrow.hpp"
#include "grammars/values/calendar.hpp"

namespace daicho {

namespace {

/// A date as it is written: 4/18/2024.
struct Written {
    unsigned first = 0, second = 0;
    int year = 0;

    bool is(DayOrder order) const {
        const unsigned month = order == DayOrder::month_first ? first : second;
        const unsigned day = order == DayOrder::month_first ? second : first;
        return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
    }
};

constexpr DayOrder orders[] = {DayOrder::month_first, DayOrder::day_first};
constexpr std::size_t longest = 32;  ///< bytes; a full-width digit has three

std::optional<Written> written_date(std::string_view text) {
    if (text.size() > longest) return {};
    const Narrow narrow(text);
    const std::string_view read = narrow.text();
    const char* at = read.data();
    const char* const end = at + read.size();
    Written date;
    unsigned year = 0;
    for (unsigned* part : {&date.first, &date.second, &year}) {
        const bool last = part == &year;
        const auto number = std::from_chars(at, end, *part);
        const auto digits = number.ptr - at;
        if (number.ec != std::errc{} || (last ? digits != 4 : digits > 2)) return {};
        at = number.ptr;
        if (last ? at != end : at == end || (*at != '/' && *at != '-' && *at != '.')) return {};
        if (!last) ++at;
    }
    date.year = static_cast<int>(year);
    return date;
}

}  // namespace

DayOrder day_order_of(std::span<const std::string> values) {
    constexpr std::size_t several = 2;
    std::size_t showing[2] = {};
    for (const std::string& value : values) {
        const auto date = written_date(value);
        if (!date || date->is(orders[0]) == date->is(orders[1])) continue;
        ++showing[date->is(orders[0]) ? 0 : 1];
    }
    if (showing[0] >= several && showing[1] == 0) return DayOrder::month_first;
    return showing[1] >= several && showing[0] == 0 ? DayOrder::day_first : DayOrder::unknown;
}

std::optional<std::string> date_in_order(std::string_view text, DayOrder order) {
    const auto date = order == DayOrder::unknown ? std::nullopt : written_date(text);
    if (!date || !date->is(orders[0]) || !date->is(orders[1])) return {};
    const bool american = order == DayOrder::month_first;
    return to_string(
        Date{date->year, american ? date->first : date->second, american ? date->second : date->first});
}

}  // namespace daicho
