#include "grammars/values/time.hpp"

#include <boost/spirit/home/x3.hpp>
#include <optional>

#include "grammars/parts/clock.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;
using parts::Clock;
using parts::Half;
using parts::Number;

constexpr std::size_t longest_time = 80;  // bytes; nobody writes a longer one

Span all_of(const Narrow& narrow) {
    return narrow.original(whole(narrow.text()));
}

/// A time as the fraction of a day, which is how spreadsheets keep it: 0.375.
std::optional<Remark> day_fraction(const Narrow& narrow) {
    const std::string_view text = narrow.text();
    if (text.size() < 3 || text.size() > 18 || !text.starts_with("0.")) return {};
    double days = 0, unit = 1;
    for (const char c : text.substr(2)) {
        if (!is_ascii_digit(c)) return {};
        days += (c - '0') * (unit /= 10);
    }
    const auto minutes = static_cast<unsigned>(days * 24 * 60 + 0.5) % (24 * 60);
    return refused(rules::spreadsheet_damage, all_of(narrow), {},
                   to_string(Time{minutes / 60, minutes % 60, 0, false}));
}

Remark left_over(const Narrow& narrow, std::size_t at, const Reading& reading) {
    Remark rest = refused_rest(narrow, at);
    const std::string_view after = narrow.text().substr(at);
    const std::size_t digit = after.find_first_of("0123456789");
    if (after.size() <= longest_time && digit != std::string_view::npos && digit > 0 &&
        parse_time(after.substr(digit), reading)) {
        rest.rule = rules::several_values;
    }
    return rest;
}

/// 0900 and 090000 (JIS X 0301 basic form).
bool split_compact(Clock& clock) {
    const Numeral all = clock.hour.numeral;
    if (clock.minute || all.kanji || (all.digits != 4 && all.digits != 6)) return false;
    const char* begin = clock.hour.begin;
    const std::uint64_t hm = all.digits == 6 ? all.value / 100 : all.value;
    clock.hour = {{hm / 100, 2, 2, false}, begin};
    clock.minute = {{hm % 100, 2, 2, false}, begin + 2};
    if (all.digits == 6) clock.second = {{all.value % 100, 2, 2, false}, begin + 4};
    return true;
}

std::optional<Remark> wrong_part(const Narrow& narrow, const Number& part, unsigned most) {
    if (!part) return {};
    const Span where = part.where(narrow);
    if (part.digits() > 2) return refused(rules::wrong_digit_count, where);
    if (part.value() > most) return refused(rules::out_of_range, where, "00-" + std::to_string(most));
    return {};
}

/// The hour on the 24-hour clock.
Result<unsigned> hour_of(const Narrow& narrow, const Clock& clock) {
    const auto hour = static_cast<unsigned>(clock.hour.value());
    const Span where = clock.hour.where(narrow);
    const bool morning = clock.half == Half::morning || clock.half == Half::am;
    const bool afternoon = clock.half == Half::afternoon || clock.half == Half::pm;
    const bool kanji = clock.half == Half::morning || clock.half == Half::afternoon;
    if (kanji && hour == 12) return refused(rules::ambiguous, where, "00:00 / 12:00");
    if (morning && hour > 12) return refused(rules::out_of_range, where, "0-12");
    if (morning && hour == 12) return 0u;
    return afternoon && hour < 12 ? hour + 12 : hour;
}

Result<Time> check(const Narrow& narrow, const Clock& clock) {
    if (clock.noon) return Time{12, 0, 0, false};
    if (const auto wrong = wrong_part(narrow, clock.minute, 59)) return *wrong;
    if (const auto wrong = wrong_part(narrow, clock.second, 59)) return *wrong;
    if (const auto wrong = wrong_part(narrow, clock.hour, 99)) return *wrong;
    const auto hour = hour_of(narrow, clock);
    if (!hour) return hour.refusal();
    Time time{*hour, static_cast<unsigned>(clock.minute.value()), static_cast<unsigned>(clock.second.value()),
              static_cast<bool>(clock.second)};
    if (clock.half_past) time.minute = 30;
    if (time.hour < 24) return time;
    time.hour -= 24;
    const std::string detail = time.hour < 24 ? "翌日 " + to_string(time) : "00-23";
    return refused(rules::out_of_range, clock.hour.where(narrow), detail);
}

}  // namespace

Result<Time> parse_time(std::string_view text, const Reading& reading) {
    const Narrow narrow(text);
    const char* begin = narrow.text().data();
    const char* end = begin + narrow.text().size();
    const char* at = begin;
    Clock clock;
    if (auto fraction = day_fraction(narrow)) return *std::move(fraction);
    if (!x3::phrase_parse(at, end, parts::clock, x3::lit(' '), clock)) return refused_as_other(narrow);
    if (is_spreadsheet_damage(narrow.text())) return refused_as_other(narrow);
    if (clock.next_day) return refused_rest(narrow, 0);
    if (std::string_view(at, end).starts_with("間"))
        return refused_as_other(narrow);  // 24時間: how long, not when
    if (at != end) return left_over(narrow, static_cast<std::size_t>(at - begin), reading);
    const bool compact = split_compact(clock);
    const bool lone_number = !clock.noon && !compact && !clock.minute && clock.half == Half::none &&
                             narrow.text().find("時") == std::string_view::npos;
    if (lone_number) return refused(rules::incomplete, all_of(narrow));
    const auto time = check(narrow, clock);
    if (!time) return time.refusal();
    return read_from(text, *time);
}

Result<Time> parse_time_hm(std::string_view text, const Reading& reading) {
    const auto read = parse_time(text, reading);
    if (!read) return read.refusal();
    if (read->second != 0) {
        return refused(rules::text_left_over, all_of(Narrow(text)), {}, to_string(*read).substr(0, 5));
    }
    return read_from(text, Time{read->hour, read->minute, 0, false});
}

std::string to_string(const Time& time) {
    std::string text = padded(time.hour, 2) + ':' + padded(time.minute, 2);
    if (time.has_second) text += ':' + padded(time.second, 2);
    return text;
}

bool is_canonical_time_hm(std::string_view text) {
    return text.size() == 5 && text[2] == ':' && two_digits(text, 0) < 24 && two_digits(text, 3) < 60;
}

bool is_canonical_time(std::string_view text) {
    if (text.size() == 5) return is_canonical_time_hm(text);
    return text.size() == 8 && is_canonical_time_hm(text.substr(0, 5)) && text[5] == ':' &&
           two_digits(text, 6) < 60;
}

const ValueType time_type{"time", "時刻", "HH:MM:SS, HH:MM",
                          [](std::string_view text, const Reading&) { return is_canonical_time(text); },
                          canonical_by<parse_time>};

const ValueType time_hm_type{"time_hm", "時刻（時分）", "HH:MM",
                             [](std::string_view text, const Reading&) { return is_canonical_time_hm(text); },
                             canonical_by<parse_time_hm>};

}  // namespace daicho
