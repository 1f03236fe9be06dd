#include "grammars/values/angle.hpp"

#include <algorithm>
#include <boost/fusion/include/adapt_struct.hpp>
#include <cstdint>

#include "grammars/parts/digits.hpp"
#include "grammars/text/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

using Range = boost::iterator_range<std::string_view::const_iterator>;

struct WrittenMinutes {
    Range minutes;
    Range seconds;
};
struct WrittenDegrees {
    Range degrees;
    WrittenMinutes below;
};
struct WrittenAngle {
    char before = 0;  // N S E W; Y X where the axis is named without a direction
    Range sign;
    WrittenDegrees amount;
    char after = 0;
};

}  // namespace

}  // namespace daicho

BOOST_FUSION_ADAPT_STRUCT(daicho::WrittenMinutes, minutes, seconds)
BOOST_FUSION_ADAPT_STRUCT(daicho::WrittenDegrees, degrees, below)
BOOST_FUSION_ADAPT_STRUCT(daicho::WrittenAngle, before, sign, amount, after)

namespace daicho {

namespace {

struct Directions : x3::symbols<char> {
    Directions() {
        add("北緯", 'N')("南緯", 'S')("東経", 'E')("西経", 'W');
        add("N", 'N')("S", 'S')("E", 'E')("W", 'W');
        add("緯度", 'Y')("latitude", 'Y')("lat", 'Y')("Latitude", 'Y')("Lat", 'Y')("LAT", 'Y');
        add("経度", 'X')("longitude", 'X')("lon", 'X')("lng", 'X')("Longitude", 'X')("Lon", 'X')("LON", 'X');
    }
} const direction;

const auto degree_mark = spaces >> (x3::lit("°") | "º" | "度") >> spaces;
const auto minute_mark = spaces >> (x3::lit("′") | '\'' | "’" | "分") >> spaces;
const auto second_mark = spaces >> (x3::lit("″") | '"' | "”" | "''" | "秒");

const auto whole_number = x3::raw[+digit];
const auto number = x3::raw[+digit >> -('.' >> *digit) | '.' >> +digit];
const auto none = x3::attr(Range{});

const x3::rule<class MinutesRule, WrittenMinutes> minutes = "minutes";
const auto minutes_def = number >> minute_mark >> (number >> x3::omit[-second_mark] | none) | none >> none;

// 35-40-34.5 and 35:40:34.5
const x3::rule<class DividedRule, WrittenMinutes> divided = "divided";
const auto divided_def = '-' >> whole_number >> '-' >> number | ':' >> whole_number >> ':' >> number;

const x3::rule<class NoMinutesRule, WrittenMinutes> no_minutes = "no minutes";
const auto no_minutes_def = none >> none;

const x3::rule<class DegreesRule, WrittenDegrees> degrees = "degrees";
const auto degrees_def = number >> (degree_mark >> minutes | divided | no_minutes);

const x3::rule<class AngleRule, WrittenAngle> angle = "angle";
const auto sign = x3::raw[-x3::char_("+-")];
const auto unnamed = x3::attr(char{});
const auto named_before = direction >> x3::omit[*x3::char_(":= ")] >> sign >> degrees >> unnamed;
const auto named_after = x3::omit[spaces] >> direction >> !x3::char_('a', 'z');
const auto angle_def = named_before | unnamed >> sign >> degrees >> (named_after | unnamed);

BOOST_SPIRIT_DEFINE(minutes, divided, no_minutes, degrees, angle)

std::string_view view(Range range) {
    return {range.begin(), range.size()};
}

std::uint64_t number_of(std::string_view digits) {
    std::uint64_t value = 0;
    for (const char c : digits) value = value * 10 + static_cast<std::uint64_t>(c - '0');
    return value;
}

/// A decimal number as digits before and after its point.
struct Decimal {
    std::string_view before;
    std::string_view after;

    explicit Decimal(std::string_view text) : before(text.substr(0, text.find('.'))) {
        if (before.size() < text.size()) after = text.substr(before.size() + 1);
        before.remove_prefix(std::min(before.find_first_not_of('0'), before.size()));
    }
};

std::string plain(const Decimal& value) {
    std::string text(value.before.empty() ? "0" : value.before);
    if (!value.after.empty()) text.append(".").append(value.after);
    return text;
}

/// `units` of 1/`per_degree` degree, given with `decimals` decimals, as decimal degrees that lead back to
/// them.
std::string converted(std::uint64_t units, std::uint64_t per_degree, unsigned decimals) {
    const unsigned places = std::max(6u, decimals + (per_degree == 3600 ? 4 : 2));
    for (unsigned i = decimals; i < places; ++i) units *= 10;
    const std::uint64_t scaled = (units + per_degree / 2) / per_degree;
    std::string text = std::to_string(scaled);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    return text.insert(text.size() - places, ".");
}

struct Refused {
    RuleId rule;
    Range where;
};

/// Decimal degrees without a sign.
std::string decimal_degrees(const WrittenDegrees& written, Refused& refused) {
    const Decimal whole_degrees(view(written.degrees));
    const auto& [minute_text, second_text] = written.below;
    if (minute_text.empty()) return plain(whole_degrees);
    const bool with_seconds = !second_text.empty();
    const Decimal minute_part(view(minute_text));
    const Decimal last(view(with_seconds ? second_text : minute_text));
    const bool fraction_above = !whole_degrees.after.empty() || (with_seconds && !minute_part.after.empty());
    if (fraction_above || whole_degrees.before.size() > 3 || last.after.size() > 9) {
        refused = {rules::not_of_this_type, written.degrees};
        return {};
    }
    for (const Range& part : {minute_text, second_text}) {
        const Decimal value(view(part));
        if (value.before.size() > 2 || number_of(value.before) >= 60) refused = {rules::out_of_range, part};
    }
    if (!refused.rule.empty()) return {};
    const unsigned decimals = static_cast<unsigned>(last.after.size());
    const std::uint64_t per_degree = with_seconds ? 3600 : 60;
    std::uint64_t units = number_of(whole_degrees.before) * per_degree;
    if (with_seconds) units += number_of(minute_part.before) * 60;
    units += number_of(last.before);
    for (unsigned i = 0; i < decimals; ++i) units *= 10;
    return converted(units + number_of(last.after), per_degree, decimals);
}

Axis axis_of(char direction_letter) {
    if (direction_letter == 'N' || direction_letter == 'S' || direction_letter == 'Y') return Axis::latitude;
    return direction_letter == 0 ? Axis::unknown : Axis::longitude;
}

/// What to say of the text that follows an angle at `begin`.
Remark refuse_rest(const Narrow& narrow, std::uint32_t begin, std::string_view text) {
    const auto rest = narrow.text().substr(begin);
    if (rest[0] == '.') return {rules::ambiguous, whole(text)};  // 35.40.34: degrees or not?
    const auto next = rest.find_first_not_of(", /;");
    const bool second = next != std::string_view::npos && next > 0 && read_angle(rest, next);
    return {second ? rules::several_values : rules::text_left_over,
            narrow.original({begin, whole(narrow.text()).end})};
}

bool is_zero(std::string_view degrees_text) {
    return degrees_text.find_first_of("123456789") == std::string_view::npos;
}

}  // namespace

Result<Angle> read_angle(std::string_view text, std::size_t from) {
    const auto at = [&](auto it) { return static_cast<std::uint32_t>(it - text.begin()); };
    auto it = text.begin() + from;
    WrittenAngle written;
    if (!x3::parse(it, text.end(), angle, written)) {
        return Remark{rules::not_of_this_type, {static_cast<std::uint32_t>(from), whole(text).end}};
    }
    const Span where{static_cast<std::uint32_t>(from), at(it)};
    const char letter = written.before != 0 ? written.before : written.after;
    const bool signed_twice = !written.sign.empty() && letter != 0 && letter != 'Y' && letter != 'X';
    if (signed_twice) return Remark{rules::ambiguous, where};
    Refused refused;
    std::string amount = decimal_degrees(written.amount, refused);
    if (!refused.rule.empty())
        return Remark{refused.rule, {at(refused.where.begin()), at(refused.where.end())}};
    const bool negative =
        letter == 'S' || letter == 'W' || (!written.sign.empty() && written.sign.front() == '-');
    if (negative && !is_zero(amount)) amount.insert(0, "-");
    return Angle{axis_of(letter), std::move(amount), where};
}

bool is_canonical_degrees(std::string_view text, int limit) {
    int whole_degrees = 0;
    std::size_t at = 0;
    while (at < text.size() && at < 4 && text[at] >= '0' && text[at] <= '9') {
        whole_degrees = whole_degrees * 10 + (text[at++] - '0');
    }
    const bool plain = at >= 1 && at <= 3 && (at == 1 || text[0] != '0') && whole_degrees < limit;
    if (!plain || at + 1 >= text.size() || text[at] != '.') {
        return is_plain_degrees(text) && is_within(text, limit);
    }
    return is_all_digits(text.substr(at + 1));
}

bool is_plain_degrees(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto point = std::min(text.find('.'), text.size());
    const auto before = text.substr(0, point);
    if (before.empty() || before.size() > 3 || (before.size() > 1 && before[0] == '0')) return false;
    if (!is_all_digits(before)) return false;
    if (negative && is_zero(text)) return false;
    return point == text.size() || (point + 1 < text.size() && is_all_digits(text.substr(point + 1)));
}

bool is_within(std::string_view text, int limit) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto before = text.substr(0, text.find('.'));
    if (before.size() > 3) return false;
    const auto value = static_cast<int>(number_of(before));
    return value < limit || (value == limit && is_zero(text.substr(before.size())));
}

/// Degrees that are a longitude of a place in Japan, which no latitude is.
bool is_longitude_in_japan(std::string_view degrees) {
    constexpr int west = 122, east = 154;
    return !degrees.starts_with('-') && !is_within(degrees, west) && is_within(degrees, east);
}

Result<std::string> parse_degrees(std::string_view text, Axis axis) {
    const Narrow narrow(text);
    if (is_spreadsheet_damage(narrow.text())) return unreadable(text);
    const auto found = read_angle(narrow.text());
    if (!found) {
        const Remark& refusal = found.refusal();
        if (refusal.rule == rules::not_of_this_type) return unreadable(text);
        return Remark{.rule = refusal.rule, .where = narrow.original(refusal.where)};
    }
    if (found->where.end != narrow.text().size()) return refuse_rest(narrow, found->where.end, text);
    const Span where = narrow.original(found->where);
    const bool other_axis = found->axis != Axis::unknown && found->axis != axis;
    if (other_axis || (axis == Axis::latitude && is_longitude_in_japan(found->degrees))) {
        return Remark{rules::swapped_coordinates, where};
    }
    const int limit = axis == Axis::latitude ? 90 : 180;
    if (!is_within(found->degrees, limit)) {
        return Remark{.rule = rules::out_of_range, .where = where, .detail = "±" + std::to_string(limit)};
    }
    return {found->degrees, notation_remark(text, found->degrees)};
}

}  // namespace daicho
