#include "grammars/values/weekdays.hpp"

#include <boost/spirit/home/x3.hpp>
#include <string>

#include "grammars/parts/weekday.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

namespace {

namespace x3 = boost::spirit::x3;

constexpr std::string_view labels = "月火水木金土日";
constexpr std::size_t label_size = 3;  // bytes of one of them
constexpr unsigned all_days = 0x7F;
constexpr unsigned working_days = 0x1F;

/// What was read so far, with the day before for a range.
struct Spelt {
    unsigned days = 0;
    unsigned last = 0;
};

void add_day(auto& context, unsigned day) {
    Spelt& spelt = x3::_val(context);
    spelt.last = day;
    spelt.days |= 1u << (spelt.last - 1);
}

/// All days after the last one up to this one, over the end of the week if need be.
void add_range(auto& context) {
    Spelt& spelt = x3::_val(context);
    while (spelt.last != x3::_attr(context)) {
        spelt.last = spelt.last % 7 + 1;
        spelt.days |= 1u << (spelt.last - 1);
    }
}

void add_all(auto& context) {
    x3::_val(context).days = all_days;
}

const auto day_name = parts::weekday_symbols();

// D10: the days from Monday on, 曜日 dropped.
const auto word = x3::lit("曜日") | "曜";
const auto comma = x3::lit("・") | "、" | "･" | ',' | ';' | '/' | "と" | '.';
const auto to = x3::lit('~') | '-' | "から";
const auto day = day_name[([](auto& context) { add_day(context, x3::_attr(context)); })] >> -word;
const auto range = day >> -(to >> day_name[([](auto& context) { add_range(context); })] >> -word >>
                            -x3::lit("まで"));
const auto code = x3::char_(
    '1', '7')[([](auto& context) { add_day(context, static_cast<unsigned>(x3::_attr(context) - '0')); })];
const auto every_day = (x3::lit("毎日") | "全日" | "全曜日")[([](auto& context) { add_all(context); })];
const auto spelt_weekdays = x3::rule<struct weekdays_tag, Spelt>{"weekdays"} =
    every_day | (-x3::lit("毎週") >> (range % -comma)) | (code % -comma);

std::string label_of(unsigned weekday) {
    return std::string(labels.substr((weekday - 1) * label_size, label_size));
}

/// 0, 8 and 9 are digits, but of no day.
bool has_wrong_digit(std::string_view text) {
    return text.find_first_of("089") != std::string_view::npos &&
           text.find_first_not_of("0123456789,;/ ") == std::string_view::npos;
}

/// 祝日 or 祝 in a list of days, and the list without it and a comma beside it.
struct Holidays {
    std::size_t begin = std::string_view::npos, end = 0;  ///< npos: there is none
    std::string others;
};

Holidays holidays_in(std::string_view narrow) {
    Holidays found;
    found.begin = narrow.find("祝");
    if (found.begin == narrow.npos) return found;
    const std::string_view word = narrow.substr(found.begin).starts_with("祝日") ? "祝日" : "祝";
    found.end = found.begin + word.size();
    std::string_view before = narrow.substr(0, found.begin), behind = narrow.substr(found.end);
    for (const std::string_view mark : {"・", "、", ",", ";", "/", "と", " "}) {
        if (before.ends_with(mark)) {
            before.remove_suffix(mark.size());
            break;
        }
        if (before.empty() && behind.starts_with(mark)) {
            behind.remove_prefix(mark.size());
            break;
        }
    }
    if (behind.find("祝") != behind.npos) return {};  // twice: no list
    found.others.append(before).append(behind);
    return found;
}

using ToText = std::string (*)(const Weekdays&);

template <ToText to_text>
Result<std::string> canonical(std::string_view text, const Reading& reading) {
    const auto read = parse_weekdays(text, reading);
    if (!read) {
        Remark refusal = read.refusal();
        if (refusal.repair == RepairKind::guess)
            refusal.suggestion = to_text(*parse_weekdays(refusal.suggestion, reading));
        return refusal;
    }
    std::string form = to_text(*read);
    Remark remark = notation_remark(text, form);
    return {std::move(form), std::move(remark)};
}

bool is_canonical_code(std::string_view text, const Reading&) {
    char last = '0';
    for (const char c : text) {
        if (c <= last || c > '7') return false;
        last = c;
    }
    return !text.empty();
}

bool is_canonical_label(std::string_view text, const Reading&) {
    std::size_t from = 0;
    if (text.empty() || text.size() % label_size != 0) return false;
    for (; !text.empty(); text.remove_prefix(label_size)) {
        while (from < labels.size() && labels.substr(from, label_size) != text.substr(0, label_size))
            from += label_size;
        if (from >= labels.size()) return false;
        from += label_size;
    }
    return true;
}

}  // namespace

Result<Weekdays> parse_weekdays(std::string_view text, const Reading& reading) {
    const Narrow narrow(text);
    const char* begin = narrow.text().data();
    const char* end = begin + narrow.text().size();
    const char* at = begin;
    Spelt spelt;
    const Span all = narrow.original(whole(narrow.text()));
    if (narrow.text() == "平日") return refused(rules::ambiguous, all, {}, weekday_code({working_days}));
    if (has_wrong_digit(narrow.text())) return refused(rules::out_of_range, all, "1-7");
    if (const Holidays holidays = holidays_in(narrow.text()); holidays.end != 0) {
        if (const auto days = parse_weekdays(holidays.others, reading))
            return refused(rules::text_left_over,
                           narrow.original({static_cast<std::uint32_t>(holidays.begin),
                                            static_cast<std::uint32_t>(holidays.end)}),
                           {}, weekday_code(*days));
    }
    if (!x3::phrase_parse(at, end, spelt_weekdays, x3::lit(' '), spelt)) return refused_as_other(narrow);
    if (at != end) return refused_rest(narrow, static_cast<std::size_t>(at - begin));
    const Weekdays weekdays{spelt.days};
    return {weekdays, notation_remark(text, weekday_code(weekdays))};
}

std::string weekday_code(const Weekdays& weekdays) {
    std::string code_text;
    for (unsigned weekday = 1; weekday <= 7; ++weekday) {
        if (weekdays.has(weekday)) code_text += static_cast<char>('0' + weekday);
    }
    return code_text;
}

std::string weekday_label(const Weekdays& weekdays) {
    std::string label;
    for (unsigned weekday = 1; weekday <= 7; ++weekday) {
        if (weekdays.has(weekday)) label += label_of(weekday);
    }
    return label;
}

const ValueType weekday_code_type{"weekday_code", "曜日コード", "12345", is_canonical_code,
                                  canonical<weekday_code>};

const ValueType weekday_label_type{"weekday_label", "曜日", "月火水木金", is_canonical_label,
                                   canonical<weekday_label>};

}  // namespace daicho
