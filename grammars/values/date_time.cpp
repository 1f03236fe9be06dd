#include "grammars/values/date_time.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <cstdint>
#include <cstdlib>

#include "grammars/values/date.hpp"
#include "grammars/values/range_text.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;

constexpr unsigned most_offset_hours = 14;
constexpr std::size_t longest_date = 80;  // bytes; nobody writes a longer one

/// The zone at the end of a text in ISO 8601 form: Z, +09:00, +0900, +09.
struct Zone {
    std::size_t size = 0;  // bytes it takes
    int minutes = 0;
};

const auto two = x3::uint_parser<unsigned, 10, 2, 2>{};

std::optional<Zone> zone_at_end(std::string_view text) {
    if (text.ends_with('Z') || text.ends_with('z')) return Zone{1, 0};
    const std::size_t at = text.find_last_of("+-");
    if (at == std::string_view::npos || text.substr(0, at).find(':') == std::string_view::npos) return {};
    unsigned hours = 0, minutes = 0;
    const char* first = text.data() + at + 1;
    const char* last = text.data() + text.size();
    const auto set_hours = [&](auto& context) { hours = x3::_attr(context); };
    const auto set_minutes = [&](auto& context) { minutes = x3::_attr(context); };
    if (!x3::parse(first, last, two[set_hours] >> -(-x3::lit(':') >> two[set_minutes]) >> x3::eoi)) return {};
    if (hours > most_offset_hours || minutes > 59) return {};
    const int offset = static_cast<int>(hours * 60 + minutes);
    return Zone{text.size() - at, text[at] == '-' ? -offset : offset};
}

/// Whether the time can begin at byte `at`: after the day in words or a bracket, after a space, after T.
bool time_can_begin(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    return before.ends_with(' ') || before.ends_with(')') || before.ends_with("日") ||
           (before.ends_with('T') && at > 1 && is_ascii_digit(text[at - 2]));
}

std::string_view without_joint(std::string_view date) {
    if (date.ends_with('T')) date.remove_suffix(1);
    return date;
}

/// A date and time as a number of days with a fraction: 45400.5.
std::optional<Remark> serial(const Narrow& narrow) {
    const std::string_view text = narrow.text();
    const std::size_t point = text.find('.');
    if (point != 5 || text.find_first_not_of("0123456789.") != std::string_view::npos) return {};
    const auto date = parse_date(text.substr(0, point), {});
    const auto time = parse_time('0' + std::string(text.substr(point)), {});
    const Span all = narrow.original(whole(text));
    if (date || time || time.refusal().suggestion.empty()) return {};
    return refused(rules::spreadsheet_damage, all, {},
                   date.refusal().suggestion + 'T' + time.refusal().suggestion);
}

/// Why `text` has no date and time: its date is wrong, or its time, or one of them is missing.
Remark refusal_of(std::string_view text, const Narrow& narrow, const Reading& reading) {
    if (auto damaged = serial(narrow)) return *std::move(damaged);
    const Span all = narrow.original(whole(narrow.text()));
    const auto date = parse_date(text, reading);
    if (date) return refused(rules::incomplete, all, "時刻 (time)");
    if (parse_time(text, reading)) return refused(rules::incomplete, all, "日付 (date)");
    const Remark& refusal = date.refusal();
    if (refusal.rule != rules::text_left_over) return refusal;
    std::uint32_t at = refusal.where.begin;
    const auto head = parse_date(text.substr(0, at), reading);
    if (!head) return head.refusal();
    if (text[at] == 'T') ++at;
    const auto time = parse_time(text.substr(at), reading);
    if (time || time.refusal().rule == rules::not_of_this_type) return refusal;
    return shifted(time.refusal(), at);
}

}  // namespace

Result<DateTime> parse_date_time(std::string_view text, const Reading& reading) {
    const Narrow narrow(text);
    const std::string_view all = narrow.text();
    const auto zone = zone_at_end(all);
    const std::string_view local = all.substr(0, all.size() - (zone ? zone->size : 0));
    for (std::size_t at = 1; at < std::min(local.size(), longest_date); ++at) {
        if (!time_can_begin(local, at)) continue;
        const auto date = parse_date(without_joint(local.substr(0, at)), reading);
        const auto time = parse_time(local.substr(at), reading);
        if (!date || !time) continue;
        return read_from(text, DateTime{*date, *time, zone ? std::optional(zone->minutes) : std::nullopt});
    }
    return refusal_of(text, narrow, reading);
}

std::string to_string(const DateTime& value) {
    std::string text = to_string(value.date) + 'T' + to_string(value.time);
    if (!value.offset) return text;
    if (*value.offset == 0) return text + 'Z';
    const auto minutes = static_cast<unsigned>(std::abs(*value.offset));
    return text + (*value.offset < 0 ? '-' : '+') + padded(minutes / 60, 2) + ':' + padded(minutes % 60, 2);
}

bool is_before(const DateTime& a, const DateTime& b) {
    const bool zones = a.offset && b.offset;
    const auto seconds = [zones](const DateTime& value) {
        const auto minutes = static_cast<std::int64_t>(day_number(value.date)) * 24 * 60 +
                             value.time.hour * 60 + value.time.minute - (zones ? *value.offset : 0);
        return minutes * 60 + value.time.second;
    };
    return seconds(a) < seconds(b);
}

DateTime canonical_date_time(std::string_view text) {
    const bool has_second = text.size() > 16 && text[16] == ':';
    DateTime value;
    value.date = {static_cast<int>(two_digits(text, 0) * 100 + two_digits(text, 2)), two_digits(text, 5),
                  two_digits(text, 8)};
    value.time = {two_digits(text, 11), two_digits(text, 14), has_second ? two_digits(text, 17) : 0,
                  has_second};
    if (text.ends_with('Z')) value.offset = 0;
    const std::size_t zone = has_second ? 19 : 16;
    if (text.size() == zone + 6) {
        const int minutes = static_cast<int>(two_digits(text, zone + 1) * 60 + two_digits(text, zone + 4));
        value.offset = text[zone] == '-' ? -minutes : minutes;
    }
    return value;
}

bool is_canonical_date_time(std::string_view text) {
    if (text.size() < 16 || text[10] != 'T' || !is_canonical_date(text.substr(0, 10))) return false;
    const bool seconds = text.size() >= 19 && text[16] == ':';
    const std::size_t time_size = seconds ? 8 : 5;
    if (!is_canonical_time(text.substr(11, time_size))) return false;
    const std::string_view zone = text.substr(11 + time_size);
    if (zone.empty() || zone == "Z") return true;
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return false;
    const unsigned hours = two_digits(zone, 1), minutes = two_digits(zone, 4);
    return hours <= most_offset_hours && minutes < 60 && hours + minutes > 0;
}

const ValueType date_time_type{
    "date_time", "日時", "YYYY-MM-DDTHH:MM:SS",
    [](std::string_view text, const Reading&) { return is_canonical_date_time(text); },
    canonical_by<parse_date_time>};

}  // namespace daicho
