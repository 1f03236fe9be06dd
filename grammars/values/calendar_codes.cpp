#include "grammars/values/calendar_codes.hpp"

#include <algorithm>
#include <boost/spirit/home/x3.hpp>
#include <span>

#include "grammars/base/embedded_file.hpp"
#include "grammars/parts/number.hpp"
#include "grammars/values/time_slot.hpp"
#include "grammars/values/value_text.hpp"

namespace daicho {

std::span<const EmbeddedFile> calendar_code_table();

namespace {

namespace x3 = boost::spirit::x3;

constexpr unsigned unknown_hour = 99;

/// The codes and the words of one list of the table.
x3::symbols<std::string_view> code_symbols(std::string_view list) {
    x3::symbols<std::string_view> symbols;
    std::string_view text = calendar_code_table().front().text;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const auto take_cell = [&line] {
            const std::string_view cell = line.substr(0, line.find('\t'));
            line.remove_prefix(std::min(cell.size() + 1, line.size()));
            return cell;
        };
        if (take_cell() != list) continue;
        const std::string_view code = take_cell();
        symbols.add(std::string(code), code);
        while (!line.empty()) symbols.add(std::string(take_cell()), code);
    }
    return symbols;
}

const auto season = code_symbols("season");
const auto ten_day = code_symbols("ten_day");
const auto month = parts::number >> -x3::lit("月");
const auto hour = parts::number >> -(x3::lit("時") | ":00");
const auto comma = x3::lit(',') | ';' | "、" | "・";

/// Reads all of the text with `grammar`, or says what is in the way.
template <class Value, class Grammar>
Result<Value> read(const Narrow& narrow, const Grammar& grammar) {
    Value value{};
    const char* begin = narrow.text().data();
    const char* end = begin + narrow.text().size();
    const char* at = begin;
    if (!x3::phrase_parse(at, end, grammar, x3::lit(' '), value)) return refused_as_other(narrow);
    if (at != end) return refused_rest(narrow, static_cast<std::size_t>(at - begin));
    return value;
}

/// A number of at most two digits from `least` to `most`, or `other`.
Result<unsigned> in_range(const Narrow& narrow, const parts::Number& number, unsigned least, unsigned most,
                          unsigned other) {
    const Span where = number.where(narrow);
    if (number.digits() > 2) return refused(rules::wrong_digit_count, where);
    const std::uint64_t value = number.value();
    if ((value >= least && value <= most) || value == other) return static_cast<unsigned>(value);
    return refused(rules::out_of_range, where, padded(least, 2) + '-' + padded(most, 2));
}

bool is_unknown_word(std::string_view text) {
    return text == "不明" || text == "未定";
}

/// The whole hours of a slot: 09:00/12:00 is 9, 10 and 11.
Result<std::vector<unsigned>> hours_of(const TimeSlot& slot, const Narrow& narrow) {
    const Span all = narrow.original(whole(narrow.text()));
    if (slot.start % 60 || slot.end % 60 || slot.end < slot.start)
        return refused(rules::out_of_range, all, "HH:00/HH:00");
    std::vector<unsigned> hours;
    for (unsigned h = slot.start / 60; h < slot.end / 60; ++h) hours.push_back(h);
    return hours;
}

Result<std::vector<unsigned>> listed_hours(const Narrow& narrow) {
    const auto numbers = read<std::vector<parts::Number>>(narrow, hour % comma);
    if (!numbers) return numbers.refusal();
    unsigned seen = 0;
    for (const auto& number : *numbers) {
        const auto value = in_range(narrow, number, 0, 23, unknown_hour);
        if (!value) return value.refusal();
        if (*value == unknown_hour && numbers->size() > 1)
            return refused(rules::ambiguous, number.where(narrow));
        if (*value == unknown_hour) return std::vector{unknown_hour};
        seen |= 1u << *value;
    }
    std::vector<unsigned> hours;
    for (unsigned h = 0; h < 24; ++h) {
        if (seen >> h & 1u) hours.push_back(h);
    }
    return hours;
}

std::string hours_text(const std::vector<unsigned>& hours) {
    std::string text;
    for (const unsigned h : hours) text += (text.empty() ? "" : ",") + padded(h, 2);
    return text;
}

/// `value` with the remark on its notation, where `form` is its canonical form.
template <class T>
Result<T> noted(std::string_view text, T value, const std::string& form) {
    Remark remark = notation_remark(text, form);
    return {std::move(value), std::move(remark)};
}

template <auto parse>
Result<std::string> two_digit_form(std::string_view text, const Reading& reading) {
    return parse(text, reading).map([](unsigned value) { return padded(value, 2); });
}

Result<std::string> hours_form(std::string_view text, const Reading& reading) {
    return parse_time_slot_code(text, reading).map(hours_text);
}

bool is_hour(std::string_view text) {
    return text.size() == 2 && (two_digits(text, 0) < 24 || text == "99");
}

bool is_hour_list(std::string_view text, const Reading&) {
    if (is_hour(text)) return true;
    if (text.size() % 3 != 2) return false;
    unsigned next = 0;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        const unsigned value = two_digits(text, at);
        if (value < next || value > 23 || (at > 0 && text[at - 1] != ',')) return false;
        next = value + 1;
    }
    return true;
}

}  // namespace

Result<unsigned> parse_month_code(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    const auto number = read<parts::Number>(narrow, month);
    if (!number) return number.refusal();
    const auto value = in_range(narrow, *number, 1, 12, 1);
    if (!value) return value.refusal();
    return noted(text, *value, padded(*value, 2));
}

Result<unsigned> parse_target_time_code(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    if (is_unknown_word(narrow.text())) return noted(text, unknown_hour, "99");
    const auto number = read<parts::Number>(narrow, hour);
    if (!number) return number.refusal();
    const auto value = in_range(narrow, *number, 0, 23, unknown_hour);
    if (!value) return value.refusal();
    return noted(text, *value, padded(*value, 2));
}

Result<std::vector<unsigned>> parse_time_slot_code(std::string_view text, const Reading& reading) {
    const Narrow narrow(text);
    if (is_unknown_word(narrow.text())) return noted(text, std::vector{unknown_hour}, "99");
    const auto slot = parse_time_slot(text, reading);
    auto hours = slot ? hours_of(*slot, narrow) : listed_hours(narrow);
    if (!hours) return hours.refusal();
    const std::string form = hours_text(*hours);
    return noted(text, hours.take(), form);
}

Result<std::string> parse_season_code(std::string_view text, const Reading&) {
    const auto code = read<std::string_view>(Narrow(text), season);
    if (!code) return code.refusal();
    return noted(text, std::string(*code), std::string(*code));
}

Result<std::string> parse_ten_day_code(std::string_view text, const Reading&) {
    const auto code = read<std::string_view>(Narrow(text), ten_day);
    if (!code) return code.refusal();
    return noted(text, std::string(*code), std::string(*code));
}

const ValueType month_code_type{
    "month_code", "月コード", "01-12",
    [](std::string_view text, const Reading&) { return text.size() == 2 && two_digits(text, 0) - 1 < 12; },
    two_digit_form<parse_month_code>};

const ValueType time_slot_code_type{"time_slot_code", "時間帯コード", "09,10,11", is_hour_list, hours_form};

const ValueType target_time_code_type{"target_time_code", "目標時間コード", "00-23, 99",
                                      [](std::string_view text, const Reading&) { return is_hour(text); },
                                      two_digit_form<parse_target_time_code>};

const ValueType season_code_type{"season_code", "季節コード", "A1-D4, 00",
                                 [](std::string_view text, const Reading&) {
                                     if (text == "00") return true;
                                     return text.size() == 2 && text[0] >= 'A' && text[0] <= 'D' &&
                                            text[1] >= '1' && text[1] <= '4';
                                 },
                                 parse_season_code};

const ValueType ten_day_code_type{
    "ten_day_code", "旬コード", "A1-A3, 00",
    [](std::string_view text, const Reading&) {
        return text == "00" || (text.size() == 2 && text[0] == 'A' && text[1] >= '1' && text[1] <= '3');
    },
    parse_ten_day_code};

}  // namespace daicho
