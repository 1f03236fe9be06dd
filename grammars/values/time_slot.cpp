#include "grammars/values/time_slot.hpp"

#include "grammars/values/range_text.hpp"
#include "grammars/values/value_text.hpp"

#include <algorithm>
#include <optional>

namespace daicho {

namespace {

constexpr unsigned day_minutes = 24 * 60;

unsigned minutes_of(const Time& time) {
    return time.hour * 60 + time.minute;
}

std::string clock_text(unsigned minutes) {
    return padded(minutes / 60, 2) + ':' + padded(minutes % 60, 2);
}

/// Hours that go on past midnight, 24:00 to 29:59, as minutes from the midnight before.
std::optional<unsigned> late_end(const Narrow& narrow) {
    std::string text(narrow.text());
    if (const std::size_t hour = text.find("時"); hour != std::string::npos) {
        text.replace(hour, std::string_view("時").size(), ":");
        if (text.ends_with(':')) text += "00";
        if (text.ends_with("分")) text.resize(text.size() - std::string_view("分").size());
    }
    if (text.ends_with(":00") && text.size() == 8) text.resize(5);
    if (text.size() != 5 || text[2] != ':') return {};
    const unsigned hour = two_digits(text, 0), minute = two_digits(text, 3);
    if (hour < 24 || hour > 29 || minute > 59) return {};
    return hour * 60 + minute;
}

/// The end of a slot that starts at `start`, in minutes from its midnight.
Result<unsigned> end_of(std::string_view text, unsigned start, const Reading& reading) {
    const Narrow narrow(text);
    if (const auto late = late_end(narrow)) {
        if (*late == day_minutes || *late - day_minutes < start)
            return *late % day_minutes ? *late - day_minutes : *late;
    }
    std::size_t at = narrow.original(whole(narrow.text())).begin;
    for (const std::string_view next_day : {"翌日", "翌朝", "翌"}) {
        if (!text.substr(at).starts_with(next_day)) continue;
        at += next_day.size();
        const auto time = parse_time_hm(text.substr(at), reading);
        if (!time) return shifted(time.refusal(), static_cast<std::uint32_t>(at));
        if (minutes_of(*time) >= start) return refused(rules::out_of_range, whole(text), clock_text(start));
        return minutes_of(*time) ? minutes_of(*time) : day_minutes;
    }
    const auto time = parse_time_hm(text, reading);
    if (!time) return time.refusal();
    return minutes_of(*time);
}

bool is_whole_day(std::string_view text) {
    return text == "終日" || text == "24時間";
}

/// A single time where a slot is asked, or what is wrong with it.
Remark no_range(std::string_view text, const Narrow& narrow, const Reading& reading) {
    const auto time = parse_time(text, reading);
    if (time) return refused(rules::incomplete, narrow.original(whole(narrow.text())), "終わり (end)");
    Remark refusal = time.refusal();
    const bool several = std::ranges::count(narrow.text(), '~') > 1;
    if (several && refusal.rule == rules::text_left_over) refusal.rule = rules::several_values;
    return refusal;
}

}  // namespace

Result<TimeSlot> parse_time_slot(std::string_view text, const Reading& reading) {
    const Narrow narrow(text);
    if (is_whole_day(narrow.text())) return read_from(text, TimeSlot{0, day_minutes});
    const auto range = split_range(narrow);
    if (!range) return no_range(text, narrow, reading);
    const auto start = parse_time_hm(slice(text, range->start), reading);
    if (!start) return shifted(start.refusal(), range->start.begin);
    if (range->end.empty()) return refused(rules::incomplete, narrow.original(whole(narrow.text())));
    const unsigned from = minutes_of(*start);
    const auto end = end_of(slice(text, range->end), from, reading);
    if (!end) return shifted(end.refusal(), range->end.begin);
    if (*end == from) return refused(rules::end_before_start, range->end);
    return read_from(text, TimeSlot{from, *end});
}

std::string to_string(const TimeSlot& slot) {
    return clock_text(slot.start) + '/' + clock_text(slot.end);
}

const ValueType time_slot_type{
    "time_slot", "時間帯", "HH:MM/HH:MM",
    [](std::string_view text, const Reading&) {
        if (text.size() != 11 || text[5] != '/' || !is_canonical_time_hm(text.substr(0, 5))) return false;
        const std::string_view start = text.substr(0, 5), end = text.substr(6);
        return (is_canonical_time_hm(end) && start != end) || end == "24:00";
    },
    canonical_by<parse_time_slot>};

}  // namespace daicho
