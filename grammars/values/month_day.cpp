#include "grammars/values/month_day.hpp"

#include <boost/spirit/home/x3.hpp>

#include "grammars/parts/number.hpp"
#include "grammars/values/calendar.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;
using parts::into;
using parts::Number;
using parts::number;

constexpr int any_leap_year = 2000;

struct Spelt {
    Number month, day;
};

// The core model's 日付（MM-DD); XML Schema writes --MM-DD.
const auto month = number[into(&Spelt::month)];
const auto day = number[into(&Spelt::day)];
const auto spelt_month_day = x3::rule<struct month_day_tag, Spelt>{"month and day"} =
    -x3::lit("--") >> month >> -((x3::lit('-') >> day) | ('/' >> day) | ("月" >> -(day >> -x3::lit("日"))));

/// 0401.
void split_compact(Spelt& spelt) {
    const Numeral all = spelt.month.numeral;
    if (spelt.day || all.kanji || all.digits != 4) return;
    const char* begin = spelt.month.begin;
    spelt.month = {{all.value / 100, 2, 2, false}, begin};
    spelt.day = {{all.value % 100, 2, 2, false}, begin + 2};
}

}  // namespace

Result<MonthDay> parse_month_day(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    const char* at = narrow.text().data();
    const char* end = at + narrow.text().size();
    Spelt spelt;
    if (!x3::phrase_parse(at, end, spelt_month_day, x3::lit(' '), spelt)) return refused_as_other(narrow);
    if (at != end) return refused_rest(narrow, static_cast<std::size_t>(at - narrow.text().data()));
    split_compact(spelt);
    if (!spelt.day) return refused(rules::incomplete, narrow.original(whole(narrow.text())), "日 (day)");
    for (const Number& part : {spelt.month, spelt.day}) {
        if (part.digits() > 2) return refused(rules::wrong_digit_count, part.where(narrow));
    }
    const std::uint64_t m = spelt.month.value(), d = spelt.day.value();
    if (m < 1 || m > 12) return refused(rules::out_of_range, spelt.month.where(narrow), "1-12");
    const unsigned last = days_in_month(any_leap_year, static_cast<unsigned>(m));
    if (d < 1 || d > last)
        return refused(rules::no_such_day, spelt.day.where(narrow), "1-" + std::to_string(last));
    return read_from(text, MonthDay{static_cast<unsigned>(m), static_cast<unsigned>(d)});
}

std::string to_string(const MonthDay& value) {
    return padded(value.month, 2) + '-' + padded(value.day, 2);
}

const ValueType month_day_type{"month_day", "月日", "MM-DD",
                               [](std::string_view text, const Reading&) {
                                   if (text.size() != 5 || text[2] != '-') return false;
                                   const unsigned m = two_digits(text, 0), d = two_digits(text, 3);
                                   return m >= 1 && m <= 12 && d >= 1 && d <= days_in_month(any_leap_year, m);
                               },
                               canonical_by<parse_month_day>};

}  // namespace daicho
