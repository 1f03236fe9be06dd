#include "grammars/values/coordinates.hpp"

#include <boost/fusion/include/adapt_struct.hpp>
#include <optional>

#include "grammars/parts/digits.hpp"
#include "grammars/text/narrow.hpp"
#include "grammars/values/angle.hpp"
#include "grammars/values/notation.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

using Range = boost::iterator_range<std::string_view::const_iterator>;

struct WrittenPoint {
    Range srid;
    Range first;
    Range second;
    Range height;
    Range system;
};

}  // namespace

}  // namespace daicho

BOOST_FUSION_ADAPT_STRUCT(daicho::WrittenPoint, srid, first, second, height, system)

namespace daicho {

namespace {

const auto number = x3::raw[-x3::char_("+-") >> +digit >> -('.' >> +digit)];
const auto nothing = x3::attr(Range{});

// ISO 6709 Annex H: +DD.D+DDD.D, height, CRS, solidus.
const auto signed_number = x3::raw[x3::char_("+-") >> +digit >> -('.' >> +digit)];
const auto system = "CRS" >> x3::raw[+(x3::char_ - '/')];
const x3::rule<class Iso6709, WrittenPoint> iso_6709 = "ISO 6709";
const auto iso_6709_def = nothing >> signed_number >> signed_number >> (signed_number | nothing) >>
                          (system | nothing) >> '/' >> x3::eoi;

// OGC simple features: POINT Z (x y z), longitude first.
const x3::rule<class WellKnownText, WrittenPoint> well_known_text = "WKT";
const auto well_known_text_def = ("SRID=" >> x3::raw[+digit] >> ';' | nothing) >>
                                 x3::no_case[x3::omit["point" >> spaces >> -x3::lit('z') >> spaces]] >> '(' >>
                                 x3::omit[spaces] >> number >> x3::omit[+x3::lit(' ')] >> number >>
                                 (x3::omit[+x3::lit(' ')] >> number | nothing) >> x3::omit[spaces] >>
                                 ')' >> x3::eoi >> nothing;

BOOST_SPIRIT_DEFINE(iso_6709, well_known_text)

const auto opening = *x3::char_("([ ");
const auto closing = *x3::char_(")] ");
const auto between = spaces >> (x3::lit(',') | "、" | '/' | ';' | '\t' | "\r\n" | '\n') >> spaces |
                     +x3::lit(' ') | x3::eps;

/// Moves past what `grammar` matches at `at`.
template <class Grammar>
std::size_t after(const Grammar& grammar, std::string_view text, std::size_t at) {
    auto it = text.begin() + at;
    x3::parse(it, text.end(), x3::omit[grammar]);
    return static_cast<std::size_t>(it - text.begin());
}

/// Plain degrees or metres from a signed number of a standard form.
std::string plain(Range written) {
    const auto found = read_angle({written.begin(), written.size()});
    return found ? found->degrees : std::string{};
}

std::optional<Coordinates> read_standard_form(std::string_view text) {
    WrittenPoint point;
    if (x3::parse(text.begin(), text.end(), iso_6709, point)) {
        return Coordinates{plain(point.first),
                           plain(point.second),
                           plain(point.height),
                           {point.system.begin(), point.system.end()}};
    }
    point = {};
    if (x3::parse(text.begin(), text.end(), well_known_text, point)) {
        std::string system_name;
        if (!point.srid.empty()) system_name.append("EPSG:").append(point.srid.begin(), point.srid.end());
        return Coordinates{plain(point.second), plain(point.first), plain(point.height), system_name};
    }
    return std::nullopt;
}

bool is_nowhere(std::string_view latitude, std::string_view longitude) {
    const auto zero = [](std::string_view text) {
        return text.find_first_not_of("0.") == std::string_view::npos;
    };
    return zero(latitude) && zero(longitude);
}

/// Two angles in free notation, in the order of the text; spans are of the narrow text.
struct Pair {
    Angle first;
    Angle second;
    std::size_t end = 0;
};

Result<Pair> read_pair(std::string_view text) {
    Result<Angle> first = read_angle(text, after(opening, text, 0));
    if (!first) return first.refusal();
    const std::size_t gap = after(between, text, first->where.end);
    Result<Angle> second = read_angle(text, gap);
    if (!second) {
        const bool alone = gap == text.size();
        return Remark{alone ? rules::incomplete : rules::not_of_this_type, whole(text)};
    }
    // Without a divider two numbers are two only if a sign or a word stands between them.
    const bool divided =
        gap > first->where.end || first->axis != Axis::unknown || second->axis != Axis::unknown;
    if (!divided) return Remark{rules::not_of_this_type, whole(text)};
    return Pair{*first, *second, after(closing, text, second->where.end)};
}

/// Whether the pair stands in the order longitude, latitude: told by its words, or by a number no latitude
/// can be.
bool is_reversed(const Pair& pair) {
    return pair.first.axis == Axis::longitude || pair.second.axis == Axis::latitude ||
           !is_within(pair.first.degrees, 90);
}

Remark refuse(const Remark& refusal, const Narrow& narrow, std::string_view text) {
    if (refusal.rule == rules::not_of_this_type) return unreadable(text);
    return {.rule = refusal.rule, .where = narrow.original(refusal.where), .detail = refusal.detail};
}

Result<Coordinates> judge(Coordinates place, bool reversed, std::string_view text) {
    if (!is_within(place.latitude, 90)) {
        return Remark{.rule = rules::out_of_range, .where = whole(text), .detail = "90"};
    }
    if (!is_within(place.longitude, 180)) {
        return Remark{.rule = rules::out_of_range, .where = whole(text), .detail = "180"};
    }
    if (is_nowhere(place.latitude, place.longitude)) return Remark{rules::out_of_range, whole(text)};
    if (reversed) {
        return {std::move(place), Remark{rules::swapped_coordinates, whole(text), RepairKind::provable}};
    }
    if (place.height.empty() && place.reference_system.empty()) return read_from(text, std::move(place));
    return {std::move(place), Remark{rules::other_notation, whole(text), RepairKind::guess}};
}

bool is_canonical(std::string_view text, const Reading&) {
    const auto comma = text.find(',');
    if (comma == std::string_view::npos) return false;
    const auto latitude = text.substr(0, comma);
    const auto rest = text.substr(comma + 1);
    const auto longitude = rest.substr(0, rest.find(','));
    if (!is_plain_degrees(latitude) || !is_plain_degrees(longitude) || is_nowhere(latitude, longitude))
        return false;
    return longitude.size() == rest.size() && is_within(latitude, 90) && is_within(longitude, 180);
}

Parts parts(std::string_view text, const Reading& reading) {
    const auto place = parse_coordinates(text, reading);
    if (!place) return {};
    Parts result{{"latitude", place->latitude}, {"longitude", place->longitude}};
    if (!place->height.empty()) result.emplace_back("height", place->height);
    if (!place->reference_system.empty())
        result.emplace_back("coordinateReferenceSystem", place->reference_system);
    return result;
}

}  // namespace

Result<Coordinates> parse_coordinates(std::string_view text, const Reading&) {
    const Narrow narrow(text);
    if (is_spreadsheet_damage(narrow.text())) return unreadable(text);
    if (auto standard = read_standard_form(narrow.text())) return judge(std::move(*standard), false, text);
    const auto pair = read_pair(narrow.text());
    if (!pair) return refuse(pair.refusal(), narrow, text);
    if (pair->end != narrow.text().size()) {
        const auto end = static_cast<std::uint32_t>(pair->end);
        return Remark{rules::text_left_over, narrow.original({end, whole(narrow.text()).end})};
    }
    const bool told = pair->first.axis != Axis::unknown || pair->second.axis != Axis::unknown;
    if (told && pair->first.axis == pair->second.axis) return Remark{rules::ambiguous, whole(text)};
    const bool reversed = is_reversed(*pair);
    Coordinates place{pair->first.degrees, pair->second.degrees, {}, {}};
    if (reversed) std::swap(place.latitude, place.longitude);
    return judge(std::move(place), reversed && !told, text);
}

std::string to_string(const Coordinates& value) {
    return value.latitude + ',' + value.longitude;
}

const ValueType coordinates_type{
    .name = "coordinates",
    .name_ja = "緯度経度",
    .form = "35.676097,139.744879",
    .is_canonical = is_canonical,
    .canonical = canonical_by<parse_coordinates>,
    .parts = parts,
};

}  // namespace daicho
