#include "registries/address/area_match.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "grammars/text/digits.hpp"
#include "grammars/values/municipality_levels.hpp"

namespace daicho {

namespace {

/// Whether the text leaves the municipality open: it names none, one of several, or one of a prefecture that
/// it does not name.
bool leaves_open(const AddressAnswer& answer) {
    return !names_municipality(answer) || has_change(answer.changes, AddressChangeKind::prefecture_added);
}

bool is_code(std::string_view text) {
    return text.size() == 6 && std::ranges::all_of(text, is_ascii_digit);
}

/// More places of one name than two or three designated cities have.
constexpr std::size_t most_wards = 100;

bool is_in(const AddressAnswer& answer, std::string_view municipality) {
    return answer.place.level >= MatchLevel::town && lies_within(answer.place.lg_code, municipality);
}

/// Whether the text means a place in the municipality: a town of it, or by its name the municipality itself,
/// with no town behind (白浜町3031-86), which elsewhere may be the name of a town.
bool is_meant(const AddressAnswer& answer, std::string_view municipality) {
    return is_in(answer, municipality) ||
           (names_municipality(answer) && lies_within(answer.place.lg_code, municipality));
}

/// In how many wards of the municipality the text may be, those that are less likely among them.
std::size_t wards_of(const AddressAnswer& answer, std::string_view municipality) {
    std::set<std::string_view> wards;
    if (is_in(answer, municipality)) wards.insert(answer.place.lg_code);
    for (const AddressAlternative& one : answer.alternatives) {
        if (lies_within(one.place.lg_code, municipality)) wards.insert(one.place.lg_code);
    }
    return wards.size();
}

/// Leaves of several places those of the municipality; false: there are none.
bool keep_those_in(AddressAnswer& answer, std::string_view municipality) {
    std::erase_if(answer.alternatives, [&](const AddressAlternative& one) {
        return !one.equal || !lies_within(one.place.lg_code, municipality);
    });
    if (is_in(answer, municipality)) return true;
    if (answer.alternatives.empty()) return false;
    answer.place = answer.alternatives.front().place;
    answer.alternatives.erase(answer.alternatives.begin());
    return true;
}

/// What the text means in the municipality of the record, where it means something there. The wards of a
/// designated city share the beginning of their codes with those of other cities: among several places those
/// of other cities are left out, and the one ward that is left is asked.
std::optional<AddressAnswer> match_within(const AddressMatcher& matcher, std::string_view text,
                                          std::string_view municipality, AddressOptions options) {
    const std::size_t size = is_prefecture_code(municipality) ? 2 : may_have_wards(municipality) ? 3 : 6;
    options.within = municipality.substr(0, size);
    if (size == 3) options.alternatives = std::max(options.alternatives, most_wards);
    AddressAnswer answer = matcher.match(text, options);
    if (answer.reason != AddressReason::several_places || size != 3)
        return is_meant(answer, municipality) ? std::optional(std::move(answer)) : std::nullopt;
    const bool all = answer.alternatives_in_all <= answer.alternatives.size();
    const bool decided = wards_of(answer, municipality) == 1;
    if (!keep_those_in(answer, municipality) || !all) return std::nullopt;
    if (!answer.alternatives.empty() || !decided) return answer;
    const std::string ward(answer.place.lg_code);
    options.within = ward;
    answer = matcher.match(text, options);
    return is_in(answer, municipality) ? std::optional(std::move(answer)) : std::nullopt;
}

}  // namespace

bool is_sure(const AddressAnswer& answer) {
    const bool good =
        answer.category == AddressCategory::exact || answer.category == AddressCategory::changed;
    const bool tied = std::ranges::any_of(answer.alternatives, &AddressAlternative::equal);
    return good && !tied && answer.found();
}

bool names_municipality(const AddressAnswer& answer) {
    const Span where = answer.spans.prefecture_and_city;
    return where.end > where.begin && answer.place.level >= MatchLevel::municipality &&
           answer.reason != AddressReason::several_municipalities &&
           !has_change(answer.changes, AddressChangeKind::municipality_added) &&
           !has_change(answer.changes, AddressChangeKind::ward_added);
}

AreaMatch match_in_area(const AddressMatcher& matcher, std::string_view text, std::string_view municipality,
                        const AddressOptions& options) {
    AreaMatch match{.answer = matcher.match(text, options)};
    AddressAnswer& answer = match.answer;
    match.settled = names_municipality(answer) || has_change(answer.changes, AddressChangeKind::ward_added);
    match.open = leaves_open(answer);
    if (!is_code(municipality) || !match.open) return match;
    const bool there = lies_within(answer.place.lg_code, municipality) && is_sure(answer);
    auto within = there ? std::nullopt : match_within(matcher, text, municipality, options);
    if (within) answer = std::move(*within);
    match.settled = match.settled || ((there || within) && !is_prefecture_code(municipality));
    return match;
}

}  // namespace daicho
