#include "grammars/values/period.hpp"

#include "grammars/values/date.hpp"
#include "grammars/values/range_text.hpp"
#include "grammars/values/value_text.hpp"

#include <algorithm>

namespace daicho {

namespace {

/// Whether a canonical date and a slash stand at the start of `text`.
bool begins_with_date(std::string_view text) {
    return text.size() > 11 && text[10] == '/' && is_canonical_date(text.substr(0, 10));
}

/// YYYY-MM-DD/MM-DD and YYYY-MM-DD/DD: what the end leaves out is that of the start.
std::optional<Period> short_period(std::string_view text) {
    if (!begins_with_date(text) || (text.size() != 13 && text.size() != 16)) return {};
    const std::string_view tail = text.substr(11);
    const std::string end = std::string(text.substr(0, 10 - tail.size())).append(tail);
    if (!is_canonical_date(end)) return {};
    const PeriodEnd written = tail.size() == 2 ? PeriodEnd::day : PeriodEnd::month_and_day;
    return Period{*parse_date(text.substr(0, 10), {}), *parse_date(end, {}), {}, {}, written};
}

/// Reads both ends of a period of days or of times.
class Reader {
 public:
    Reader(std::string_view text, const Reading& reading) : text_(text), narrow_(text), reading_(reading) {}

    Result<Period> read() const;

 private:
    Result<Period> read_days(const RangeText& range) const;
    Result<Period> read_times(const RangeText& range) const;
    Result<Date> end_day(const RangeText& range) const;
    Result<DateTime> end_time(const RangeText& range, const Date& first) const;
    Remark end_before_start(const RangeText& range) const {
        return refused(rules::end_before_start, range.end);
    }

    std::string_view text_;
    Narrow narrow_;
    const Reading& reading_;
};

/// The start of `text` up to the first place where `mark` stands, with the mark.
std::string_view through(std::string_view text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? std::string_view{} : text.substr(0, at + mark.size());
}

/// The era name in front of a date, as far as the first digit or 元.
std::string_view era_of_text(std::string_view date) {
    return date.substr(0, std::min(date.find_first_of("0123456789"), date.find("元")));
}

/// The last day, with what it leaves out taken from the start: `4月30日`, `30日`, `7年3月31日` after an era,
/// `4/30`.
Result<Date> Reader::end_day(const RangeText& range) const {
    const std::string_view end = slice(text_, range.end);
    const auto read = parse_date(end, reading_);
    if (read) return read;
    const Narrow first(slice(text_, range.start)), last(end);
    const std::string_view start = first.text();
    const bool words = last.text().find("日") != std::string_view::npos;
    const bool slashes = read.refusal().rule == rules::incomplete || !words;
    for (const std::string_view front : {through(start, "月"), through(start, "年"), era_of_text(start)}) {
        if (front.empty() || !words) continue;
        const auto whole_date = parse_date(std::string(front).append(last.text()), reading_);
        if (whole_date) return whole_date;
    }
    const std::size_t slash = start.find('/');
    if (slashes && slash != std::string_view::npos && last.text().find('/') != std::string_view::npos) {
        const auto whole_date =
            parse_date(std::string(start.substr(0, slash + 1)).append(last.text()), reading_);
        if (whole_date) return whole_date;
    }
    return shifted(read.refusal(), range.end.begin);
}

Result<DateTime> Reader::end_time(const RangeText& range, const Date& first) const {
    const std::string_view end = slice(text_, range.end);
    const auto read = parse_date_time(end, reading_);
    if (read) return read;
    const auto time = parse_time(end, reading_);
    if (time) return DateTime{first, *time, {}};
    return shifted(read.refusal(), range.end.begin);
}

Result<Period> Reader::read_times(const RangeText& range) const {
    const auto start = parse_date_time(slice(text_, range.start), reading_);
    const auto end = end_time(range, start->date);
    if (!end) return end.refusal();
    if (is_before(*end, *start)) return end_before_start(range);
    return read_from(text_, Period{start->date, end->date, *start, *end, PeriodEnd::whole});
}

Result<Period> Reader::read_days(const RangeText& range) const {
    const auto first = parse_date(slice(text_, range.start), reading_);
    if (!first) return shifted(first.refusal(), range.start.begin);
    if (range.end.empty()) return refused(rules::incomplete, narrow_.original(whole(narrow_.text())));
    const auto last = end_day(range);
    if (!last) return last.refusal();
    if (*last < *first) return end_before_start(range);
    return read_from(text_, Period{*first, *last, {}, {}, PeriodEnd::whole});
}

Result<Period> Reader::read() const {
    if (const auto period = short_period(narrow_.text())) {
        if (period->last < period->first) {
            const auto size = static_cast<std::uint32_t>(narrow_.text().size());
            return refused(rules::end_before_start, narrow_.original({11, size}));
        }
        return read_from(text_, *period);
    }
    const auto range = split_range(narrow_);
    if (range) {
        const bool times = static_cast<bool>(parse_date_time(slice(text_, range->start), reading_));
        return times && !range->end.empty() ? read_times(*range) : read_days(*range);
    }
    const auto day = parse_date(text_, reading_);
    if (!day) return day.refusal();
    return refused(rules::incomplete, narrow_.original(whole(narrow_.text())), "終わり (end)");
}

/// Two canonical dates, the second one whole or cut to MM-DD or DD.
bool are_canonical_days(std::string_view first, std::string_view last) {
    if (!is_canonical_date(first)) return false;
    const std::string_view same_part = first.substr(10 - std::min<std::size_t>(last.size(), 10));
    if (last.size() == 10) return is_canonical_date(last) && first <= last;
    const auto year = static_cast<int>(two_digits(first, 0) * 100 + two_digits(first, 2));
    const bool month_said = last.size() == 5 && last[2] == '-';
    if (!month_said && last.size() != 2) return false;
    const unsigned month = two_digits(month_said ? last : first, month_said ? 0 : 5);
    const unsigned day = two_digits(last, last.size() - 2);
    return month >= 1 && month <= 12 && day <= days_in_month(year, month) && same_part <= last;
}

bool is_canonical(std::string_view text, const Reading&) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || slash < 10) return false;
    const std::string_view start = text.substr(0, slash), end = text.substr(slash + 1);
    if (slash == 10) return are_canonical_days(start, end);
    return is_canonical_date_time(start) && is_canonical_date_time(end) &&
           !is_before(canonical_date_time(end), canonical_date_time(start));
}

}  // namespace

Result<Period> parse_period(std::string_view text, const Reading& reading) {
    return Reader(text, reading).read();
}

std::string to_string(const Period& period) {
    if (period.start) return to_string(*period.start) + '/' + to_string(*period.end);
    const std::string last = to_string(period.last);
    const std::size_t left_out = period.written == PeriodEnd::whole ? 0
                                 : period.written == PeriodEnd::day ? 8
                                                                    : 5;
    return to_string(period.first) + '/' + last.substr(left_out);
}

const ValueType period_type{"period", "期間", "YYYY-MM-DD/YYYY-MM-DD", is_canonical,
                            canonical_by<parse_period>};

}  // namespace daicho
