#include "grammars/values/duration.hpp"

#include <boost/spirit/home/x3.hpp>

#include "grammars/parts/number.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;
using parts::into;
using parts::Number;
using parts::number;

constexpr std::uint64_t most_of_a_part = 9999;

/// A span of time as it stands in the text; nothing is checked yet.
struct Spelt {
    Number years, months, weeks, days, hours, minutes;
    bool half_year = false, half_hour = false, clock = false;
};

/// A number with the word after it; neither counts without the other.
template <auto member, class Word>
auto part(Word word) {
    return (number >> word)[into(member)];
}

template <auto member>
void set(auto& context) {
    x3::_val(context).*member = true;
}

const auto half_hour = x3::lit("半")[([](auto& context) { set<&Spelt::half_hour>(context); })];
const auto half_year = x3::lit("半")[([](auto& context) { set<&Spelt::half_year>(context); })];

// D8: HH:MM, and hours and minutes in words.
const auto minutes_word = part<&Spelt::minutes>(x3::lit("分"));
const auto on_the_clock = part<&Spelt::hours>(':') >> number[into(&Spelt::minutes)] >>
                          -x3::lit(":00") >> x3::eps[([](auto& context) { set<&Spelt::clock>(context); })];
const auto in_hours = part<&Spelt::hours>("時間") >> (half_hour | -minutes_word);
const auto spelt_elapsed = x3::rule<struct elapsed_tag, Spelt>{"elapsed time"} =
    on_the_clock | in_hours | (minutes_word >> -x3::lit("間"));

// D9: PnYnMnD, and years, months, weeks and days in words.
const auto month_word =
    x3::lit("か月") | "ヶ月" | "カ月" | "ヵ月" | "ケ月" | "ｹ月" | "箇月" | "個月" | "ゕ月";
const auto years = part<&Spelt::years>("年");
const auto months = part<&Spelt::months>(month_word);
const auto in_words = ((half_year >> "年") | (years >> -(half_year | (-x3::lit("間") >> months))) |
                       -months) >>
                      -x3::lit("間") >> -(part<&Spelt::weeks>("週") >> -x3::lit("間")) >>
                      -part<&Spelt::days>("日") >> -x3::lit("間");
const auto designators = (x3::lit('P') | 'p') >> -part<&Spelt::years>(x3::omit[x3::char_("Yy")]) >>
                         -part<&Spelt::months>(x3::omit[x3::char_("Mm")]) >>
                         -part<&Spelt::weeks>(x3::omit[x3::char_("Ww")]) >>
                         -part<&Spelt::days>(x3::omit[x3::char_("Dd")]);
const auto spelt_length = x3::rule<struct length_tag, Spelt>{"length"} = designators | in_words;

/// Reads all of the text with `grammar`, or says what is in the way.
template <class Grammar>
Result<Spelt> read(const Narrow& narrow, const Grammar& grammar) {
    Spelt spelt;
    const char* begin = narrow.text().data();
    const char* end = begin + narrow.text().size();
    const char* at = begin;
    if (!x3::phrase_parse(at, end, grammar, x3::lit(' '), spelt) || at == begin)
        return refused_as_other(narrow);
    if (at != end) return refused_rest(narrow, static_cast<std::size_t>(at - begin));
    return spelt;
}

Span all_of(const Narrow& narrow) {
    return narrow.original(whole(narrow.text()));
}

}  // namespace

Result<ElapsedTime> parse_elapsed_time(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    const auto spelt = read(narrow, spelt_elapsed);
    if (!spelt) return spelt.refusal();
    if (spelt->hours && (spelt->minutes.value() > 59 || spelt->minutes.digits() > 2)) {
        return refused(rules::out_of_range, spelt->minutes.where(narrow), "00-59");
    }
    if (spelt->clock && (spelt->minutes.digits() != 2)) {
        return refused(rules::wrong_digit_count, spelt->minutes.where(narrow));
    }
    if (spelt->hours.value() > 99 || spelt->minutes.value() >= 6000) {
        return refused(rules::out_of_range, all_of(narrow), "00:00-99:59");
    }
    const auto minutes = spelt->hours.value() * 60 + spelt->minutes.value() + (spelt->half_hour ? 30 : 0);
    return read_from(text, ElapsedTime{static_cast<unsigned>(minutes)});
}

std::string to_string(const ElapsedTime& time) {
    return padded(time.minutes / 60, 2) + ':' + padded(time.minutes % 60, 2);
}

Result<Length> parse_length(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    const auto spelt = read(narrow, spelt_length);
    if (!spelt) return spelt.refusal();
    const bool nothing_said =
        !spelt->years && !spelt->months && !spelt->weeks && !spelt->days && !spelt->half_year;
    if (nothing_said) return refused_as_other(narrow);
    for (const Number& said : {spelt->years, spelt->months, spelt->weeks, spelt->days}) {
        if (said.value() > most_of_a_part) return refused(rules::out_of_range, said.where(narrow), "0-9999");
    }
    const auto days = spelt->days.value() + 7 * spelt->weeks.value();
    if (days > most_of_a_part) return refused(rules::out_of_range, all_of(narrow), "0-9999");
    return read_from(text, Length{static_cast<unsigned>(spelt->years.value()),
                                  static_cast<unsigned>(spelt->half_year ? 6 : spelt->months.value()),
                                  static_cast<unsigned>(days)});
}

std::string to_string(const Length& length) {
    std::string text = "P";
    if (length.years) text += std::to_string(length.years) + 'Y';
    if (length.months) text += std::to_string(length.months) + 'M';
    if (length.days || text.size() == 1) text += std::to_string(length.days) + 'D';
    return text;
}

namespace {

bool is_canonical_elapsed_time(std::string_view text, const Reading&) {
    return text.size() == 5 && text[2] == ':' && two_digits(text, 0) < 100 && two_digits(text, 3) < 60;
}

/// Skips up to four digits that do not begin with 0, and `designator` after them; false where only a part is
/// there.
bool skip_part(std::string_view& text, char designator) {
    std::size_t digits = 0;
    while (digits < text.size() && digits < 5 && is_ascii_digit(text[digits])) ++digits;
    if (digits == text.size() || text[digits] != designator) return true;
    if (digits == 0 || digits > 4 || text[0] == '0') return false;
    text.remove_prefix(digits + 1);
    return true;
}

bool is_canonical_length(std::string_view text, const Reading&) {
    if (text == "P0D") return true;
    if (text.size() < 3 || text[0] != 'P') return false;
    text.remove_prefix(1);
    return skip_part(text, 'Y') && skip_part(text, 'M') && skip_part(text, 'D') && text.empty();
}

}  // namespace

const ValueType elapsed_time_type{"elapsed_time", "所要時間", "HH:MM", is_canonical_elapsed_time,
                                  canonical_by<parse_elapsed_time>};

const ValueType length_type{"length", "期間の長さ", "PnYnMnD", is_canonical_length,
                            canonical_by<parse_length>};

}  // namespace daicho
