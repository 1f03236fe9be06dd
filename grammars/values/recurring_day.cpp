#include "grammars/values/recurring_day.hpp"

#include <boost/spirit/home/x3.hpp>

#include "grammars/parts/number.hpp"
#include "grammars/parts/weekday.hpp"
#include "grammars/values/value_text.hpp"
#include "grammars/values/weekdays.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;

constexpr std::string_view names = "MoTuWeThFrSaSu";
constexpr unsigned every_week = 0, last_nth = 5, last_week = 6, most_week = 7;

/// What was read so far: the weeks and weekdays of the group at hand go into `value` when it ends.
struct Spelt {
    RecurringDay value;
    unsigned weeks = 0;
    bool wrong_week = false;  // 第6月曜日
    bool twice = false;       // a weekday both every week and on some weeks
};

void add_week(auto& context, unsigned week) {
    x3::_val(context).weeks |= 1u << week;
}

void add_nth(auto& context) {
    const parts::Number& nth = x3::_attr(context);
    if (nth.value() < 1 || nth.value() > last_nth) x3::_val(context).wrong_week = true;
    if (nth.value() <= last_nth) add_week(context, static_cast<unsigned>(nth.value()));
}

void add_weekday(auto& context) {
    Spelt& spelt = x3::_val(context);
    unsigned& weeks = spelt.value.weeks[x3::_attr(context) - 1];
    weeks |= spelt.weeks;
    const bool several = (weeks & (weeks - 1)) != 0;
    spelt.twice |= several && (weeks & (1u << every_week | 1u << most_week)) != 0;
}

const auto weekday_name = parts::weekday_symbols();
const auto begin_group = x3::eps[([](auto& context) { x3::_val(context).weeks = 0; })];
const auto comma = x3::lit("・") | "、" | "･" | ',' | ';' | '/' | "と" | "及び" | "および" | '.';

// D11: ordinal digits, then the weekday; the same in words.
const auto weekday = weekday_name[([](auto& context) { add_weekday(context); })] >> -(x3::lit("曜日") | "曜");
const auto code_weeks = +x3::uint_parser<unsigned, 10, 1, 1>{}[([](auto& context) {
    if (x3::_attr(context) > most_week) {
        x3::_val(context).wrong_week = true;
    } else {
        add_week(context, x3::_attr(context));
    }
})];
const auto latin =
    +(begin_group >> code_weeks >> weekday_name[([](auto& context) { add_weekday(context); })]);
const auto nth = -x3::lit("第") >> parts::number[([](auto& context) { add_nth(context); })] >> -x3::lit("週");
const auto last = (x3::lit("最終週") | "最終")[([](auto& context) { add_week(context, last_week); })];
const auto every = x3::lit("毎週")[([](auto& context) { add_week(context, every_week); })];
const auto second = x3::lit("隔週")[([](auto& context) { add_week(context, most_week); })];
const auto some_weeks = -x3::lit("毎月") >> &(x3::lit("第") | "最終") >> ((nth | last) % -comma);
const auto group = begin_group >> (every | second | some_weeks) >> -x3::lit("の") >> (weekday % -comma);
const auto spelt_days = x3::rule<struct recurring_day_tag, Spelt>{"recurring day"} = latin | (group % -comma);

/// The nth weekday, as every week: the guess for 月曜日.
std::string each_week(const Weekdays& weekdays) {
    RecurringDay value;
    for (unsigned day = 1; day <= 7; ++day) {
        if (weekdays.has(day)) value.weeks[day - 1] = 1u << every_week;
    }
    return to_string(value);
}

/// Reads `0We` at the start of `text` and takes it off; false where none is there. The weekday is left in
/// `from`.
bool skip_group(std::string_view& text, std::size_t& from) {
    unsigned weeks = 0;
    std::size_t digits = 0;
    for (; digits < text.size() && is_ascii_digit(text[digits]); ++digits) {
        const unsigned week = static_cast<unsigned>(text[digits] - '0');
        if (week > most_week || weeks >> week) return false;
        weeks |= 1u << week;
    }
    const bool alone = weeks & (1u << every_week | 1u << most_week);
    if (digits == 0 || (alone && digits > 1) || text.size() < digits + 2) return false;
    while (from < names.size() && names.substr(from, 2) != text.substr(digits, 2)) from += 2;
    text.remove_prefix(digits + 2);
    return from < names.size();
}

bool is_canonical(std::string_view text, const Reading&) {
    if (text.empty()) return false;
    for (std::size_t from = 0; !text.empty(); from += 2) {
        if (!skip_group(text, from)) return false;
    }
    return true;
}

}  // namespace

Result<RecurringDay> parse_recurring_day(std::string_view text, const Reading& reading) {
    const Narrow narrow(text);
    const char* begin = narrow.text().data();
    const char* end = begin + narrow.text().size();
    const char* at = begin;
    const Span all = narrow.original(whole(narrow.text()));
    Spelt spelt;
    if (!x3::phrase_parse(at, end, spelt_days, x3::lit(' '), spelt)) {
        const auto weekdays = parse_weekdays(text, reading);
        const bool digits = narrow.text().find_first_of("1234567") != std::string_view::npos;
        if (weekdays && !digits) return refused(rules::ambiguous, all, {}, each_week(*weekdays));
        return refused_as_other(narrow);
    }
    if (at != end) return refused_rest(narrow, static_cast<std::size_t>(at - begin));
    if (spelt.wrong_week) return refused(rules::out_of_range, all, "0-7");
    if (spelt.twice) return refused(rules::ambiguous, all);
    return read_from(text, spelt.value);
}

std::string to_string(const RecurringDay& value) {
    std::string text;
    for (std::size_t day = 0; day < value.weeks.size(); ++day) {
        if (value.weeks[day] == 0) continue;
        for (unsigned week = 0; week <= most_week; ++week) {
            if (value.weeks[day] >> week & 1u) text += static_cast<char>('0' + week);
        }
        text += names.substr(day * 2, 2);
    }
    return text;
}

const ValueType recurring_day_type{"recurring_day", "特定日・繰り返し", "13Mo", is_canonical,
                                   canonical_by<parse_recurring_day>};

}  // namespace daicho
