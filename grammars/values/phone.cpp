#include "grammars/values/phone.hpp"

#include <algorithm>
#include <boost/fusion/include/adapt_struct.hpp>

#include "grammars/parts/digits.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/canonical_phone.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/phone_plan.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

using Range = boost::iterator_range<std::string_view::const_iterator>;

/// A number as it is written: the sign before it with the country code, its groups of digits, its extension.
struct WrittenDigits {
    Range sign;
    std::vector<Range> groups;
};
struct WrittenNumber {
    WrittenDigits digits;
    Range extension;
};

}  // namespace

}  // namespace daicho

BOOST_FUSION_ADAPT_STRUCT(daicho::WrittenDigits, sign, groups)
BOOST_FUSION_ADAPT_STRUCT(daicho::WrittenNumber, digits, extension)

namespace daicho {

namespace {

struct KanjiDigits : x3::symbols<char> {
    KanjiDigits() {
        add("〇", '0')("零", '0')("一", '1')("二", '2')("三", '3')("四", '4')("五", '5');
        add("六", '6')("七", '7')("八", '8')("九", '9');
    }
} const kanji_digit;

const auto any_digit = digit | kanji_digit;
const auto header = x3::lit("電話番号") | "電話" | "TEL." | "TEL" | "Tel." | "Tel" | "tel" | "☎" | "℡" | "'";
const auto punctuation = x3::char_("-.()");

// A space may divide one number (03 5253 5111) or two. A 0 or a parenthesis that starts nine more digits
// starts a number.
const auto fresh_number = -x3::lit('(') >> '0' >> x3::repeat(9)[*(punctuation | ' ') >> digit];
const auto inner_space = ' ' >> !fresh_number >> &(any_digit | punctuation);
const auto divider = +(punctuation | inner_space);

// A number is written in kanji as a whole: 三 in 三蒲小学校 is none.
const auto group = x3::raw[+digit | kanji_digit >> +kanji_digit];
const auto digit_groups = -x3::lit('(') >> group % x3::omit[divider] >> -x3::lit(')') >> -x3::lit("()");

// 445: +81 (03)5253-5111 from abroad, (03)5253-5111 in Japan.
const x3::rule<class DigitsRule, WrittenDigits> digits = "digits";
const auto international = x3::raw['+' >> +digit] >> x3::omit[*(punctuation | ' ')] >>
                           (digit_groups | x3::attr(std::vector<Range>{}));
const auto national = x3::raw[-x3::lit('#')] >> digit_groups;
const auto digits_def = international | national;

// 445: 内線999 in Japan, Ext.999 abroad.
const auto extension_word = x3::lit("内線番号") | "内線" | "内" | "Ext." | "Ext" | "ext." | "ext" | "EXT.";
const auto extension = spaces >> -x3::lit('(') >> extension_word
                       >> x3::omit[*x3::char_(": ")] >> x3::raw[+digit] >> -x3::lit(')');

const x3::rule<class NumberRule, WrittenNumber> number = "number";
const auto number_def = x3::omit[-header >> *x3::char_(": ")] >> digits >> (extension | x3::attr(Range{}));
BOOST_SPIRIT_DEFINE(digits, number)

// 445: several numbers as "a / b".
const auto between = spaces >> (x3::lit('/') | "、" | "・" | ',' | ';' | "\r\n" | '\n') >> spaces |
                     +x3::lit(' ');
const auto numbers = number % x3::omit[between];

std::string digits_of(Range written) {
    std::string result;
    x3::parse(written.begin(), written.end(), +any_digit, result);
    return result;
}

/// One number in its form, or the rule that it breaks.
struct Outcome {
    std::string number;  // empty: refused
    RuleId rule;         // empty: nothing to say beyond the notation
    std::string detail;
    bool of_area = false;  // the rule speaks of the first group alone
};

std::string with_area(const std::string& all, std::size_t area) {
    return '(' + all.substr(0, area) + ')' + all.substr(area, all.size() - 4 - area) + '-' +
           all.substr(all.size() - 4);
}

/// Whether the number is divided as a number with an area code is, and rightly.
bool is_divided_well(const std::vector<std::string>& groups) {
    if (groups.size() == 3 && groups[2].size() != 4) return false;
    if (groups.size() != 2 && groups.size() != 3) return false;
    return is_area_code(groups[0]) && groups[1][0] >= '2' && groups[1][0] <= '9';
}

Outcome read_with_area(const std::vector<std::string>& groups, const std::string& all) {
    if (all.size() != 10) return {{}, rules::wrong_digit_count, "10"};
    if (is_divided_well(groups)) return {with_area(all, groups[0].size())};
    const unsigned planned = area_code_size(all);
    const bool divided = groups.size() == 3 && groups[2].size() == 4;
    if (planned > 0 && !divided) return {with_area(all, planned)};
    if (planned > 0) return {with_area(all, planned), rules::unknown_area_code, groups[0], true};
    // The area code exists, and no number within it begins so.
    if (divided && is_area_code(groups[0])) return {{}, rules::out_of_range, "市内局番 " + groups[1]};
    if (divided) return {{}, rules::unknown_area_code, {}, true};
    return {{}, is_area_code_prefix(all) ? rules::ambiguous : rules::unknown_area_code};
}

Outcome read_national(const std::vector<std::string>& groups) {
    std::string all;
    for (const auto& part : groups) all += part;
    const ServiceForm service = service_form(all);
    if (service.total == 0) return read_with_area(groups, all);
    if (all.size() != service.total) return {{}, rules::wrong_digit_count, std::to_string(service.total)};
    const std::string rest = all.substr(service.prefix);
    return {all.substr(0, service.prefix) + '-' +
            (service.in_four ? rest.substr(0, 4) + '-' + rest.substr(4) : rest)};
}

/// A number that does not start with 0: short, of the same town, or without the 0 that it had.
Outcome read_without_zero(std::vector<std::string> groups) {
    std::size_t size = 0;
    for (const auto& part : groups) size += part.size();
    if (groups.size() == 1 && is_short_number(groups[0])) return {groups[0]};
    if (groups.size() == 2 && size <= 8 && groups[1].size() == 4)
        return {{}, rules::incomplete, "市外局番 (area code)"};
    if (size < 3) return {{}, rules::not_of_this_type};
    if (size != 9 && size != 10) return {{}, rules::wrong_digit_count, "10"};
    groups[0].insert(0, "0");
    Outcome outcome = read_national(groups);
    if (outcome.number.empty()) return outcome;
    return {outcome.number, rules::lost_leading_zero};
}

Outcome read_from_abroad(const std::string& sign, std::vector<std::string> groups) {
    const std::size_t size = country_code_size(sign);
    if (size == 0) return {{}, rules::not_of_this_type};
    if (sign.size() > size) groups.insert(groups.begin(), sign.substr(size));
    if (groups.empty()) return {{}, rules::wrong_digit_count};
    const std::string country = '+' + sign.substr(0, size) + ' ';
    if (country != "+81 ") {
        std::string rest = groups[0];
        std::size_t total = size + groups[0].size();
        for (std::size_t i = 1; i < groups.size(); ++i) {
            rest += '-' + groups[i];
            total += groups[i].size();
        }
        if (total < 8 || total > 15) return {{}, rules::wrong_digit_count, "8-15"};
        return {country + rest};
    }
    if (groups[0] == "0" && groups.size() > 1) groups.erase(groups.begin());  // +81 (0)3-…
    if (groups[0][0] != '0') groups[0].insert(0, "0");
    Outcome outcome = read_national(groups);
    if (!outcome.number.empty()) outcome.number.insert(0, country);
    return outcome;
}

bool is_point(std::string_view text) {
    return text == ".";
}

/// 35.6050381, +138.320254, 192.168.1.12: a fraction, a date, a version. Nobody writes a number in Japan with
/// points and without the 0 in front, unless the four digits at its end stand apart: 3.5253.5111. Abroad
/// +81.352535111 is usual.
bool is_number_with_points(const WrittenDigits& written) {
    const auto between = [](const Range& a, const Range& b) { return std::string_view(a.end(), b.begin()); };
    if (written.groups.empty()) return false;
    const std::vector<Range>& groups = written.groups;
    if (!written.sign.empty()) {
        const std::string_view sign(written.sign.begin(), written.sign.end());
        return groups.size() == 1 && sign != "+81" && is_point(between(written.sign, groups[0]));
    }
    if (groups.size() == 1) return false;
    const std::string first = digits_of(groups.front());
    const bool point = is_point(between(groups[0], groups[1]));
    if (first.front() == '0') return point && first.size() == 1;
    if (groups.size() > 3) return true;  // 2023-10-5 12:30
    return point && (groups.size() == 2 || digits_of(groups.back()).size() != 4);
}

Outcome read_number(const WrittenDigits& written) {
    if (is_number_with_points(written)) return {{}, rules::not_of_this_type};
    std::vector<std::string> groups;
    for (const Range& range : written.groups) groups.push_back(digits_of(range));
    if (written.sign.empty()) return groups[0][0] == '0' ? read_national(groups) : read_without_zero(groups);
    if (written.sign.front() == '+')
        return read_from_abroad({written.sign.begin() + 1, written.sign.end()}, groups);
    if (groups.size() != 1 || groups[0].size() != 4) return {{}, rules::wrong_digit_count, "4"};
    return {'#' + groups[0]};
}

/// The numbers at one place of a text.
struct Reader {
    const Narrow& narrow;
    Phone phone;
    Remark remark;                               // the first thing to say, if any
    std::uint32_t end = 0;                       // of what was read, in the narrow text
    std::size_t limit = std::string_view::npos;  // no more than so much of the narrow text is looked at

    /// Reads from `begin` on; false where there is no number or one is refused.
    bool read(std::uint32_t begin) {
        const std::string_view text = narrow.text().substr(0, limit);
        std::vector<WrittenNumber> written;
        auto it = text.begin() + begin;
        if (!x3::parse(it, text.end(), numbers, written)) return false;
        end = static_cast<std::uint32_t>(it - text.begin());
        return std::ranges::all_of(written, [&](const WrittenNumber& one) { return add(one); });
    }

    bool add(const WrittenNumber& written) {
        Outcome outcome = read_number(written.digits);
        const bool refused = outcome.number.empty();
        if (remark.rule.empty() && !outcome.rule.empty()) {
            remark = {outcome.rule,
                      place(written.digits, outcome.of_area),
                      refused ? RepairKind::none : RepairKind::provable,
                      {},
                      outcome.detail};
        }
        if (refused) return false;
        phone.numbers.push_back(
            {std::move(outcome.number), {written.extension.begin(), written.extension.end()}});
        return true;
    }

    Span place(const WrittenDigits& written, bool of_area) const {
        const auto at = [&](auto it) { return static_cast<std::uint32_t>(it - narrow.text().begin()); };
        const Range& first = written.groups.empty() ? written.sign : written.groups.front();
        const Range& last = of_area || written.groups.empty() ? first : written.groups.back();
        const Range& start = written.sign.empty() || of_area ? first : written.sign;
        return narrow.original({at(start.begin()), at(last.end())});
    }
};

/// 054?330?8283: what stands for a character that was lost leaves the digits uncounted.
bool stops_at_lost_character(std::string_view text, std::size_t end) {
    const std::string_view rest = text.substr(end);
    return end > 0 && (rest.starts_with('?') || rest.starts_with('*') || rest.starts_with("\uFFFD"));
}

/// 03-5253-5111（24時間受付）: the digits of the note are none of the number. Nothing where no bracket stands
/// behind a number.
std::optional<Remark> note_behind(const Narrow& narrow) {
    const std::size_t bracket = narrow.text().rfind('(');
    if (bracket == std::string_view::npos || bracket < 3) return {};
    Reader reader{narrow, {}, {}, 0, bracket};
    const bool read = reader.read(0);
    if (narrow.text().substr(0, bracket).find_first_not_of(' ', reader.end) != std::string_view::npos)
        return {};
    if (!read) return reader.remark.rule.empty() ? std::nullopt : std::optional(reader.remark);
    const Span rest = narrow.original({static_cast<std::uint32_t>(bracket), whole(narrow.text()).end});
    return Remark{rules::text_left_over, rest, RepairKind::guess, to_string(reader.phone), {}};
}

/// Whether a digit stands in front of `at`, or one and a point: no number starts there.
bool is_inside_number(std::string_view text, std::size_t at) {
    if (text[at - 1] == '.') --at;
    return at > 0 && is_ascii_digit(text[at - 1]);
}

/// A text that does not start with a number: says where the first one starts, if one can be read.
Remark refuse_words_before(const Narrow& narrow, std::string_view text) {
    const auto next = [&](std::size_t from) { return narrow.text().find_first_of("0(+", from); };
    for (auto begin = next(1); begin != std::string_view::npos; begin = next(begin + 1)) {
        if (is_inside_number(narrow.text(), begin)) continue;
        const auto from = static_cast<std::uint32_t>(begin);
        Reader reader{narrow, {}, {}};
        if (!reader.read(from)) continue;
        return {rules::text_left_over, narrow.original({0, from}), RepairKind::guess,
                to_string(reader.phone)};
    }
    return unreadable(text);
}

Parts parts(std::string_view text, const Reading& reading) {
    const auto phone = parse_phone(text, reading);
    if (!phone) return {};
    Parts result;
    for (const auto& [one, ext] : phone->numbers) {
        result.emplace_back("phoneNumber", one);
        if (!ext.empty()) result.emplace_back("extensionNumber", ext);
    }
    return result;
}

}  // namespace

Result<Phone> parse_phone(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    if (is_spreadsheet_damage(narrow.text())) return unreadable(text);
    Reader reader{narrow, {}, {}};
    if (!reader.read(0)) {
        if (stops_at_lost_character(narrow.text(), reader.end)) return unreadable(text);
        if (reader.remark.rule.empty()) return refuse_words_before(narrow, text);
        return note_behind(narrow).value_or(reader.remark);
    }
    if (reader.end != narrow.text().size()) {
        const Span rest = narrow.original({reader.end, whole(narrow.text()).end});
        return Remark{rules::text_left_over, rest, RepairKind::guess, to_string(reader.phone)};
    }
    if (!reader.remark.rule.empty()) return {std::move(reader.phone), std::move(reader.remark)};
    return read_from(text, std::move(reader.phone));
}

std::string to_string(const Phone& phone) {
    std::string text;
    for (const auto& [one, ext] : phone.numbers) {
        if (!text.empty()) text += " / ";
        text += one;
        if (!ext.empty()) text += (one[0] == '+' ? " Ext." : " 内線") + ext;
    }
    return text;
}

const ValueType phone_type{
    .name = "phone",
    .name_ja = "電話番号",
    .form = "(03)5253-5111",
    .is_canonical = is_canonical_phone,
    .canonical = canonical_by<parse_phone>,
    .parts = parts,
};

}  // namespace daicho
