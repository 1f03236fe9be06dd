#include "registries/corporations/working_days.hpp"

#include <unordered_set>

#include "registries/embedded/embedded_table.hpp"

namespace daicho {

namespace {

constexpr unsigned friday = 5;

std::unordered_set<std::string> read_closing_days() {
    std::unordered_set<std::string> days;
    for_each_line(embedded_text("registries/corporations/closing_days.tsv"), [&](std::string_view line) {
        const std::string_view day = take_field(line);
        if (day != "day") days.emplace(day);
    });
    return days;
}

}  // namespace

bool is_working_day(const Date& day) {
    static const std::unordered_set<std::string> closed = read_closing_days();
    return weekday_of(day) <= friday && !closed.contains(to_string(day));
}

std::vector<Date> working_days_between(const Date& after, const Date& before) {
    std::vector<Date> days;
    for (Date day = days_after(after, 1); day < before; day = days_after(day, 1)) {
        if (is_working_day(day)) days.push_back(day);
    }
    return days;
}

}  // namespace daicho
