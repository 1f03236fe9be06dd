#include "registries/address/area_match.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "grammars/text/digits.hpp"
#include "grammars/values/municipality_levels.hpp"

namespace daicho {

namespace {

/// Whether the text leaves the municipality open: it names none, one of several, or one of a prefecture that
/// it does not name.
bool leaves_open(const AddressAnswer& answer) {
    return !names_municipality(answer) || has_change(answer, AddressChangeKind::prefecture_added);
}

bool is_code(std::string_view text) {
    return text.size() == 6 && std::ranges::all_of(text, is_ascii_digit);
}

/// What the text means in the municipality of the record, where it means something there.
std::optional<AddressAnswer> match_within(const AddressMatcher& matcher, std::string_view text,
                                          std::string_view municipality, AddressOptions options) {
    const std::size_t size = is_prefecture_code(municipality) ? 2 : may_have_wards(municipality) ? 3 : 6;
    options.within = municipality.substr(0, size);
    AddressAnswer answer = matcher.match(text, options);
    const bool found =
        answer.place.level >= MatchLevel::town && lies_within(answer.place.lg_code, municipality);
    return found ? std::optional(std::move(answer)) : std::nullopt;
}

}  // namespace

bool has_change(const AddressAnswer& answer, AddressChangeKind kind) {
    return std::ranges::any_of(answer.changes, [&](const AddressChange& one) { return one.kind == kind; });
}

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
           !has_change(answer, AddressChangeKind::municipality_added) &&
           !has_change(answer, AddressChangeKind::ward_added);
}

AreaMatch match_in_area(const AddressMatcher& matcher, std::string_view text, std::string_view municipality,
                        const AddressOptions& options) {
    AreaMatch match{matcher.match(text, options)};
    AddressAnswer& answer = match.answer;
    match.settled = names_municipality(answer) || has_change(answer, AddressChangeKind::ward_added);
    if (!is_code(municipality) || !leaves_open(answer)) return match;
    const bool there = lies_within(answer.place.lg_code, municipality) && is_sure(answer);
    auto within = there ? std::nullopt : match_within(matcher, text, municipality, options);
    if (within) answer = std::move(*within);
    match.settled = match.settled || ((there || within) && !is_prefecture_code(municipality));
    return match;
}

}  // namespace daicho
