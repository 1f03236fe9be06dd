#include "models/engine/model.hpp"

#include <algorithm>

#include <re2/re2.h>

#include "grammars/base/parse_number.hpp"
#include "grammars/base/short_decimal.hpp"
#include "grammars/formats/json_value.hpp"
#include "grammars/text/spaces.hpp"
#include "grammars/values/rule_ids.hpp"

namespace daicho {

namespace {

/// Calls `f` with each value of a cell and its place until `f` gives false.
template <class F>
bool each_value(std::string_view text, std::string_view separator, F&& f) {
    std::size_t at = 0;
    while (true) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        if (!f(text.substr(at, end - at), at)) return false;
        if (end == text.size()) return true;
        at = end + separator.size();
    }
}

/// The values of a list that is written as a JSON array, as readers give those that are too long to be
/// columns, with `separator` between them; nothing where the text is none or where a value has the separator.
std::optional<std::string> list_of_json_array(std::string_view text, std::string_view separator) {
    if (!text.starts_with('[') || !text.ends_with(']')) return std::nullopt;
    const auto array = parse_json(text);
    if (!array || array->kind != JsonKind::array || array->items.empty()) return std::nullopt;
    std::string list;
    for (const JsonValue& value : array->items) {
        const bool plain = value.kind == JsonKind::string || value.kind == JsonKind::number;
        if (!plain || value.text.find(separator) != value.text.npos) return std::nullopt;
        if (!list.empty()) list += separator;
        list += value.text;
    }
    return list;
}

}  // namespace

bool Slot::fits_pattern(std::string_view text) const {
    return !pattern || pattern->Match(text, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

bool Slot::is_within_limits(std::string_view text) const {
    if (!fits_pattern(text)) return false;
    if (!minimum && !maximum) return true;
    const auto number = parse_number(text);
    return number && (!minimum || *number >= *minimum) && (!maximum || *number <= *maximum);
}

/// The range in the signs that messages use: "0-150", "≥ 0".
std::string Slot::limits() const {
    const auto written = [](double number) { return short_decimal(number, 6); };
    if (minimum && maximum) return written(*minimum) + "-" + written(*maximum);
    return minimum ? "≥ " + written(*minimum) : maximum ? "≤ " + written(*maximum) : std::string();
}

bool Slot::one_is_canonical(std::string_view text, const Reading& reading) const {
    if (!unknowns.empty() && std::ranges::find(unknowns, text) != unknowns.end()) return true;
    if (codes) return codes->is_canonical(text, form) || !codes->closed();
    return kind->is_canonical(text, reading) && is_within_limits(text);
}

bool Slot::is_canonical(std::string_view text, const Reading& reading) const {
    if (separator.empty()) return one_is_canonical(text, reading);
    if (list_of_json_array(text, separator)) return false;
    if (!other_separator.empty() && text.find(other_separator) != text.npos) return false;
    return each_value(text, separator,
                      [&](std::string_view value, std::size_t) { return one_is_canonical(value, reading); });
}

Result<std::string> Slot::canonical_one(std::string_view text, const Reading& reading) const {
    if (!unknowns.empty() && std::ranges::find(unknowns, text) != unknowns.end()) return std::string(text);
    if (codes) {
        if (!codes->closed() && !codes->is_canonical(text, form)) {
            const auto found = codes->canonical(text, form);
            return found ? found : Result<std::string>(std::string(text));
        }
        return codes->canonical(text, form);
    }
    auto result = kind->canonical(text, reading);
    if (!result || is_within_limits(*result)) return result;
    if (!fits_pattern(*result)) {
        return Remark{rules::other_pattern, whole(text), RepairKind::none, {}, pattern->pattern()};
    }
    return Remark{rules::out_of_range, whole(text), RepairKind::none, {}, limits()};
}

Result<std::string> Slot::canonical(std::string_view text, const Reading& reading) const {
    if (separator.empty()) return canonical_one(text, reading);
    if (const auto list = list_of_json_array(text, separator)) {
        const auto read = canonical(*list, reading);
        if (!read) return Remark{read.refusal().rule, whole(text), RepairKind::none, {}, {}};
        return {*read, {rules::other_notation, whole(text), RepairKind::normal_form, {}, {}}};
    }
    if (const auto at = other_separator.empty() ? text.npos : text.find(other_separator); at != text.npos) {
        return with_other_separator(text, at, reading);
    }
    std::string joined;
    Remark remark;
    std::optional<Remark> refusal;
    each_value(text, separator, [&](std::string_view value, std::size_t at) {
        const std::string_view one = trimmed(value);
        if (one.empty()) return true;  // a separator at the end or two in a row
        auto result = canonical_one(one, reading);
        Remark& said = result ? remark : refusal.emplace();
        const Remark& source = result ? result.remark() : result.refusal();
        if (!source.rule.empty()) {
            const auto shift =
                static_cast<std::uint32_t>(at + static_cast<std::size_t>(one.data() - value.data()));
            said = source;
            said.where = {source.where.begin + shift, source.where.end + shift};
        }
        if (!result) return false;
        if (!joined.empty()) joined += separator;
        joined += *result;
        return true;
    });
    if (refusal) return *refusal;
    if (joined != text && remark.rule.empty()) {
        remark = {rules::other_notation, whole(text), RepairKind::normal_form, {}, {}};
    }
    return {std::move(joined), std::move(remark)};
}

/// `；` between values is nearly always meant as `;`, but a text may hold one: this is for people to decide.
Result<std::string> Slot::with_other_separator(std::string_view text, std::size_t at,
                                               const Reading& reading) const {
    std::string meant;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(other_separator, from), text.size());
        meant += text.substr(from, end - from);
        if (end < text.size()) meant += separator;
        from = end + other_separator.size();
    }
    const auto suggested = canonical(meant, reading);
    const Span where{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + other_separator.size())};
    return Remark{rules::other_notation,
                  where,
                  suggested ? RepairKind::guess : RepairKind::none,
                  suggested ? *suggested : std::string(),
                  {}};
}

std::optional<std::size_t> Model::find_slot(std::string_view path) const {
    const auto at = std::ranges::find(slots, path, &Slot::path);
    if (at == slots.end()) return std::nullopt;
    return static_cast<std::size_t>(at - slots.begin());
}

const RequiredPattern* Model::find_pattern(std::string_view pattern) const {
    const auto at = std::ranges::find(patterns, pattern, &RequiredPattern::name);
    return at == patterns.end() ? nullptr : &*at;
}

}  // namespace daicho
