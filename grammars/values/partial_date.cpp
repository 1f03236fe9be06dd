#include "grammars/values/partial_date.hpp"

#include <boost/range/iterator_range.hpp>
#include <boost/spirit/home/x3.hpp>

#include "grammars/parts/number.hpp"
#include "grammars/parts/weekday.hpp"
#include "grammars/values/date.hpp"
#include "grammars/values/eras.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;
using parts::into;
using parts::Number;
using parts::number;

constexpr std::size_t longest_date = 80;  // bytes; nobody writes a longer one

/// A date as it stands in the text.
struct Spelt {
    const Era* era = nullptr;
    Number year, month, day;
    const Era* other_era = nullptr;  // 2024年(令和6年)4月18日
    Number other_year;
    unsigned weekday = 0;
    boost::iterator_range<const char*> weekday_text;
};

x3::symbols<const Era*> era_symbols() {
    x3::symbols<const Era*> symbols;
    for (const Era& era : eras()) {
        const char lower[] = {static_cast<char>(era.letter[0] | 0x20), '\0'};
        for (const std::string& name : {std::string(era.name), std::string(era.letter), std::string(lower),
                                        std::string(era.brief), std::string(era.sign)}) {
            symbols.add(name, &era);
        }
    }
    return symbols;
}

const auto era_name = era_symbols();
const auto weekday_name = parts::weekday_symbols();

// GIF 441: the year is Gregorian in data, an era at input and output. 元年 is year 1.
const auto first_year = x3::raw[x3::lit("元")][([](auto& context) {
    x3::_val(context).year = Number{{1, 3, 0, true}, x3::_attr(context).begin()};
})];
const auto other_first_year = x3::raw[x3::lit("元")][([](auto& context) {
    x3::_val(context).other_year = Number{{1, 3, 0, true}, x3::_attr(context).begin()};
})];
const auto year = (era_name[into(&Spelt::era)] >> (first_year | number[into(&Spelt::year)])) |
                  (-x3::lit("西暦") >> number[into(&Spelt::year)]);
const auto other_year = '(' >> ((era_name[into(&Spelt::other_era)] >>
                                 (other_first_year | number[into(&Spelt::other_year)])) |
                                (-x3::lit("西暦") >> number[into(&Spelt::other_year)])) >>
                        -x3::lit("年") >> ')';

const auto month = number[into(&Spelt::month)];
const auto day = number[into(&Spelt::day)];
const auto dash = '-' >> -x3::lit('-');  // twice: a slip
const auto slash = '/' >> -x3::lit('/');
const auto in_words = -(month >> "月" >> -(day >> -x3::lit("日")));
const auto month_and_day = ("年" >> -other_year >> in_words) | (other_year >> "年" >> in_words) |
                           (dash >> month >> -(dash >> day)) | (slash >> month >> -(slash >> day)) |
                           ('.' >> month >> -('.' >> day));

const auto holiday = -(x3::lit("・") | ',' | '/') >> (x3::lit("祝日") | "祝" | "休");
const auto weekday =
    x3::raw[weekday_name[into(&Spelt::weekday)] >> -(x3::lit("曜日") | "曜")][into(&Spelt::weekday_text)];
const auto weekday_beside =
    ('(' >> weekday >> -holiday >> ')') | ('[' >> weekday >> -holiday >> ']') |
    (x3::raw[weekday_name[into(&Spelt::weekday)] >> (x3::lit("曜日") | "曜")][into(&Spelt::weekday_text)]);

const auto zeros = x3::lit("00") | '0';
const auto midnight = -x3::lit('T') >> zeros >> ':' >> "00" >> -(x3::lit(":00") >> -('.' >> +x3::lit('0')));

const auto spelt_date = x3::rule<struct spelt_date_tag, Spelt>{"date"} =
    year >> -month_and_day >> -weekday_beside >> -midnight;

/// One date on its way from the text to the value.
class Reader {
 public:
    Reader(std::string_view text, const Reading& reading) : text_(text), narrow_(text), reading_(reading) {}

    Result<PartialDate> read();

 private:
    Remark left_over(const char* at);
    Result<PartialDate> day_before_year() const;
    Remark serial() const;
    Remark outside_era(const Era& era, const PartialDate& date) const;
    Result<int> gregorian(const Era* era, const Number& year) const;
    std::optional<Remark> contradiction(const PartialDate& date) const;
    std::optional<Remark> wrong_part(const Number& part, unsigned most) const;
    void split_compact();

    std::string_view text_;
    Narrow narrow_;
    const Reading& reading_;
    Spelt spelt_;
};

/// Whether a day of `date` (which may be a whole month or year) bears the name of `era`.
bool in_era(const Era& era, const PartialDate& date) {
    const unsigned last_month = date.month ? date.month : 12;
    const Date first{date.year, date.month ? date.month : 1, date.day ? date.day : 1};
    const Date last{date.year, last_month, date.day ? date.day : days_in_month(date.year, last_month)};
    return first <= era.last && era.first <= last;
}

/// 令和2年4月1日 = 2020-04-01, cut to the parts that `date` has.
std::string in_right_era(const PartialDate& date) {
    const Date first{date.year, date.month ? date.month : 1, date.day ? date.day : 1};
    std::string name = era_text(first);
    if (name.empty()) return {};
    if (!date.month) name.resize(name.find("年") + 3);
    if (date.month && !date.day) name.resize(name.find("月") + 3);
    return name + " = " + to_string(date);
}

Remark Reader::left_over(const char* at) {
    const auto begin = static_cast<std::size_t>(at - narrow_.text().data());
    const bool lone_month = !spelt_.era && !spelt_.month && spelt_.year.digits() <= 2 &&
                            narrow_.text().substr(begin).starts_with("月");
    if (lone_month) return refused(rules::incomplete, narrow_.original(whole(narrow_.text())), "年 (year)");
    if (is_spreadsheet_damage(narrow_.text())) return refused_as_other(narrow_);
    Remark rest = refused_rest(narrow_, begin);
    std::string_view second = slice(text_, rest.where);
    for (const std::string_view link : {"、", "・", ",", ";", "；", "，"}) {
        if (second.starts_with(link)) second.remove_prefix(link.size());
    }
    const bool another =
        second.size() >= 8 && second.size() <= longest_date && parse_partial_date(second, reading_);
    if (another) rest.rule = rules::several_values;
    return rest;
}

/// 4/18/2024 and 18/4/2024 have one reading, 4/5/2024 has two.
Result<PartialDate> Reader::day_before_year() const {
    const auto first = static_cast<unsigned>(spelt_.year.value());
    const auto second = static_cast<unsigned>(spelt_.month.value());
    const int y = static_cast<int>(spelt_.day.value());
    const auto valid = [&](unsigned m, unsigned d) {
        return y >= 1 && m >= 1 && m <= 12 && d >= 1 && d <= days_in_month(y, m);
    };
    const bool american = valid(first, second), european = valid(second, first);
    if (american && european && first != second)
        return refused(rules::ambiguous, narrow_.original(whole(narrow_.text())));
    if (american) return read_from(text_, PartialDate{y, first, second});
    if (european) return read_from(text_, PartialDate{y, second, first});
    return refused(rules::out_of_range, narrow_.original(whole(narrow_.text())));
}

/// A day number of a spreadsheet, which counts from 1899-12-30, or from 1904-01-01 on old Macintoshes.
Remark Reader::serial() const {
    const int days = static_cast<int>(spelt_.year.value());
    const std::string guess = to_string(days_after({1899, 12, 30}, days));
    std::string detail = std::to_string(days) + " = " + guess;
    return refused(rules::spreadsheet_damage, narrow_.original(whole(narrow_.text())), std::move(detail),
                   guess);
}

Remark Reader::outside_era(const Era& era, const PartialDate& date) const {
    const Span where = narrow_.original(whole(narrow_.text()));
    const Era& oldest = eras().front();
    if (&era == &oldest && date.year < oldest.first.year) {
        return refused(rules::outside_era, where, era_text(oldest.first) + " = " + to_string(oldest.first));
    }
    const std::string right = in_right_era(date);
    return refused(rules::outside_era, where, right, right.empty() ? std::string{} : to_string(date));
}

/// The era that the caller told for years of two digits.
const Era* told_era(TwoDigitYear told) {
    const char letter = told == TwoDigitYear::showa ? 'S' : told == TwoDigitYear::heisei ? 'H' : 'R';
    for (const Era& era : eras()) {
        if (era.letter[0] == letter) return &era;
    }
    return nullptr;
}

/// A year without an era has four digits; one of two digits comes here only where `western` was told.
Result<int> Reader::gregorian(const Era* era, const Number& year_number) const {
    const Span where = year_number.where(narrow_);
    const std::uint64_t value = year_number.value();
    if (era) {
        if (year_number.digits() > 2) return refused(rules::wrong_digit_count, where);
        if (value == 0 || value > 99) return refused(rules::out_of_range, where, "1-99");
        return era->year_one - 1 + static_cast<int>(value);
    }
    if (year_number.digits() == 4 || (year_number.digits() == 0 && value >= 1000 && value <= 9999)) {
        if (value == 0) return refused(rules::out_of_range, where, "0001-9999");
        return static_cast<int>(value);
    }
    if (value < 100 && year_number.digits() <= 2) return static_cast<int>(value + (value < 69 ? 2000 : 1900));
    return refused(rules::wrong_digit_count, where);
}

std::optional<Remark> Reader::wrong_part(const Number& part, unsigned most) const {
    if (!part) return {};
    const Span where = part.where(narrow_);
    if (part.digits() > 2) return refused(rules::wrong_digit_count, where);
    if (part.value() == 0 || part.value() > most) {
        return refused(rules::out_of_range, where, "1-" + std::to_string(most));
    }
    return {};
}

/// 20240418 and R060418 (JIS X 0301 basic form).
void Reader::split_compact() {
    const unsigned year_digits = spelt_.era ? 2 : 4;
    const Numeral& all = spelt_.year.numeral;
    if (spelt_.month || all.kanji || all.digits != year_digits + 4) return;
    const char* begin = spelt_.year.begin;
    spelt_.month = {{all.value / 100 % 100, 2, 2, false}, begin + year_digits};
    spelt_.day = {{all.value % 100, 2, 2, false}, begin + year_digits + 2};
    spelt_.year = {{all.value / 10'000, year_digits, year_digits, false}, begin};
}

/// The second year in brackets or the weekday that does not fit `date`.
std::optional<Remark> Reader::contradiction(const PartialDate& date) const {
    if (spelt_.other_year) {
        const auto other = gregorian(spelt_.other_era, spelt_.other_year);
        if (!other) return other.refusal();
        if (*other != date.year) return refused(rules::ambiguous, spelt_.other_year.where(narrow_));
        if (spelt_.other_era && !in_era(*spelt_.other_era, date)) return outside_era(*spelt_.other_era, date);
    }
    if (spelt_.weekday == 0) return {};
    const auto begin = static_cast<std::uint32_t>(spelt_.weekday_text.begin() - narrow_.text().data());
    const auto size = static_cast<std::uint32_t>(spelt_.weekday_text.size());
    const Span where = narrow_.original({begin, begin + size});
    if (date.day == 0) return refused(rules::text_left_over, where);
    const unsigned right = weekday_of({date.year, date.month, date.day});
    if (right == spelt_.weekday) return {};
    return refused(rules::no_such_day, where, std::string("月火水木金土日").substr((right - 1) * 3, 3),
                   to_string(date));
}

Result<PartialDate> Reader::read() {
    const char* at = narrow_.text().data();
    const char* end = at + narrow_.text().size();
    if (!x3::phrase_parse(at, end, spelt_date, x3::lit(' '), spelt_)) return refused_as_other(narrow_);
    split_compact();
    const bool whole_number = !spelt_.era && !spelt_.day && !spelt_.year.numeral.kanji;
    if (whole_number && spelt_.year.digits() == 5 && (at == end || *at == '.')) return serial();
    if (at != end) return left_over(at);
    const bool short_year = !spelt_.era && spelt_.year.digits() <= 2 && spelt_.year.value() < 100;
    if (short_year && spelt_.day.digits() == 4) return day_before_year();
    if (short_year && reading_.two_digit_year == TwoDigitYear::refuse) {
        return refused(rules::two_digit_year, spelt_.year.where(narrow_));
    }
    if (short_year && reading_.two_digit_year != TwoDigitYear::western)
        spelt_.era = told_era(reading_.two_digit_year);

    const auto in_gregorian = gregorian(spelt_.era, spelt_.year);
    if (!in_gregorian) return in_gregorian.refusal();
    if (const auto wrong = wrong_part(spelt_.month, 12)) return *wrong;
    if (const auto wrong = wrong_part(spelt_.day, 31)) return *wrong;
    const PartialDate date{*in_gregorian, static_cast<unsigned>(spelt_.month.value()),
                           static_cast<unsigned>(spelt_.day.value())};
    if (date.day > 0 && date.day > days_in_month(date.year, date.month)) {
        const Date last{date.year, date.month, days_in_month(date.year, date.month)};
        return refused(rules::no_such_day, spelt_.day.where(narrow_), to_string(last));
    }
    if (spelt_.era && !in_era(*spelt_.era, date)) return outside_era(*spelt_.era, date);
    if (const auto wrong = contradiction(date)) return *wrong;
    return read_from(text_, date);
}

bool is_canonical(std::string_view text, const Reading&) {
    if (text.size() == 10) return is_canonical_date(text);
    if (text.size() != 4 && text.size() != 7) return false;
    const unsigned century = two_digits(text, 0), rest = two_digits(text, 2);
    if (century > 99 || rest > 99 || century + rest == 0) return false;
    if (text.size() == 4) return true;
    const unsigned m = two_digits(text, 5);
    return text[4] == '-' && m >= 1 && m <= 12;
}

}  // namespace

Result<PartialDate> parse_partial_date(std::string_view text, const Reading& reading) {
    return Reader(text, reading).read();
}

std::string to_string(const PartialDate& date) {
    std::string text = padded(static_cast<unsigned>(date.year), 4);
    if (date.month) text += '-' + padded(date.month, 2);
    if (date.day) text += '-' + padded(date.day, 2);
    return text;
}

const ValueType partial_date_type{"partial_date", "日付（年、年月も可）", "YYYY-MM-DD, YYYY-MM, YYYY",
                                  is_canonical, canonical_by<parse_partial_date>};

}  // namespace daicho
