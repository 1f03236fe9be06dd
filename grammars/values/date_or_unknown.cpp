#include "grammars/values/date_or_unknown.hpp"

#include <boost/spirit/home/x3.hpp>
#include <optional>

#include "grammars/parts/number.hpp"
#include "grammars/values/date.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;
using parts::into;
using parts::Number;
using parts::number;

/// What stands for an unknown year, and for an unknown month or day.
struct Unknown {
    unsigned year, part;
};

constexpr Unknown nines{9999, 99};
constexpr Unknown zeros{0, 0};

/// A year, a month and a day in digits; nothing is checked yet.
struct Spelt {
    Number year, month, day;
    bool unknown = false;
};

const auto year = number[into(&Spelt::year)];
const auto month = number[into(&Spelt::month)];
const auto day = number[into(&Spelt::day)];
const auto unknown = (-x3::lit("年月日") >>
                      (x3::lit("不明") | "不詳"))[([](auto& context) { x3::_val(context).unknown = true; })];
const auto spelt_date = x3::rule<struct uncertain_date_tag, Spelt>{"date"} =
    (unknown | (year >> -(('-' >> month >> '-' >> day) | ('/' >> month >> '/' >> day) |
                          ('.' >> month >> '.' >> day) | ("年" >> month >> "月" >> day >> "日")))) >>
    x3::eoi;

/// Whether `date` is a day, or could be one of the days that its known parts leave.
bool is_possible(const UncertainDate& date, Unknown mark) {
    const bool year_known = date.year != mark.year, month_known = date.month != mark.part;
    if (date.year > 9999 || (year_known && date.year == 0)) return false;
    if (month_known && (date.month < 1 || date.month > 12)) return false;
    if (date.day == mark.part) return true;
    const unsigned most = !month_known ? 31
                          : year_known ? days_in_month(static_cast<int>(date.year), date.month)
                                       : days_in_month(2000, date.month);
    return date.day >= 1 && date.day <= most;
}

/// A date with an unknown part, written in digits or as 不明.
std::optional<UncertainDate> spelt_unknown(const Narrow& narrow, Unknown mark) {
    Spelt spelt;
    const char* at = narrow.text().data();
    if (!x3::phrase_parse(at, at + narrow.text().size(), spelt_date, x3::lit(' '), spelt)) return {};
    if (spelt.unknown) return UncertainDate{mark.year, mark.part, mark.part};
    std::uint64_t y = spelt.year.value(), m = spelt.month.value(), d = spelt.day.value();
    if (!spelt.month && spelt.year.digits() == 4) {
        if (y != mark.year) return {};
        return UncertainDate{mark.year, mark.part, mark.part, true};
    }
    if (!spelt.month) {
        if (spelt.year.digits() != 8) return {};
        d = y % 100, m = y / 100 % 100, y /= 10'000;
    } else if (spelt.year.digits() != 4 || spelt.month.digits() > 2 || spelt.day.digits() > 2) {
        return {};
    }
    const UncertainDate date{static_cast<unsigned>(y), static_cast<unsigned>(m), static_cast<unsigned>(d)};
    if (!is_possible(date, mark)) return {};
    return date;
}

template <const Unknown& mark>
Result<UncertainDate> parse(std::string_view text, const Reading& reading) {
    const auto known = parse_date(text, reading);
    if (known) {
        return read_from(text, UncertainDate{static_cast<unsigned>(known->year), known->month, known->day});
    }
    if (const auto date = spelt_unknown(Narrow(text), mark)) return read_from(text, *date);
    return known.refusal();
}

template <const Unknown& mark>
bool is_canonical(std::string_view text, const Reading&) {
    if (text.size() == 4) return text == (mark.part == 0 ? "0000" : "9999");
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const unsigned century = two_digits(text, 0), rest = two_digits(text, 2);
    const unsigned m = two_digits(text, 5), d = two_digits(text, 8);
    if (century > 99 || rest > 99 || m > 99 || d > 99) return false;
    return is_possible({century * 100 + rest, m, d}, mark);
}

}  // namespace

Result<UncertainDate> parse_date_or_unknown(std::string_view text, const Reading& reading) {
    return parse<nines>(text, reading);
}

Result<UncertainDate> parse_date_or_unknown_zero(std::string_view text, const Reading& reading) {
    return parse<zeros>(text, reading);
}

std::string to_string(const UncertainDate& date) {
    const std::string year_text = padded(date.year, 4);
    return date.year_only ? year_text : year_text + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

const ValueType date_or_unknown_type{"date_or_unknown", "日付（不明は9）", "YYYY-MM-DD, 9999-99-99",
                                     is_canonical<nines>, canonical_by<parse_date_or_unknown>};

const ValueType date_or_unknown_zero_type{"date_or_unknown_zero", "日付（不明は0）", "YYYY-MM-DD, 0000-00-00",
                                          is_canonical<zeros>, canonical_by<parse_date_or_unknown_zero>};

}  // namespace daicho
