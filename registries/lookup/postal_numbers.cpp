#include "registries/lookup/postal_numbers.hpp"

#include <algorithm>

namespace daicho {

namespace {

using Number = std::span<const std::uint32_t>;

/// Compares as far as both go: negative, 0, positive.
int compared(Number a, Number b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    }
    return 0;
}

Belongs not_below(Number number, Number bound) {
    const int order = compared(number, bound);
    if (order != 0) return order > 0 ? Belongs::yes : Belongs::no;
    return number.size() < bound.size() ? Belongs::cannot_tell : Belongs::yes;
}

Belongs not_above(Number number, Number bound) {
    const int order = compared(number, bound);
    if (order != 0) return order < 0 ? Belongs::yes : Belongs::no;
    return number.size() < bound.size() ? Belongs::cannot_tell : Belongs::yes;
}

Belongs within_bounds(const PostalStep& step, Number number) {
    switch (step.reach) {
        case PostalReach::any:
            return Belongs::yes;
        case PostalReach::and_up:
            return not_below(number, step.from);
        case PostalReach::and_down:
            return not_above(number, step.to);
        case PostalReach::range:
            break;
    }
    const bool single = step.from == step.to && step.unit != "番";
    if (single && number.size() > step.from.size() && compared(number, step.from) == 0) {
        return Belongs::cannot_tell;
    }
    return std::min(not_below(number, step.from), not_above(number, step.to));
}

bool is_lot(const PostalStep& step, bool after_lot) {
    return step.unit.empty() || step.unit == "番地" || step.unit == "番" || (step.unit == "号" && after_lot);
}

const PostalStep* of_unit(const std::vector<PostalStep>& steps, std::string_view unit) {
    const auto found =
        std::find_if(steps.begin(), steps.end(), [&](const PostalStep& step) { return step.unit == unit; });
    return found == steps.end() ? nullptr : &*found;
}

/// A lot in a chome is none of those that are counted through the town.
Belongs of_chome(const PostalStep& first, const std::vector<PostalStep>& units) {
    if (!of_unit(units, "丁目") || first.unit == "丁目") return Belongs::yes;
    return first.unit == "番地" || first.unit == "番" ? Belongs::no : Belongs::cannot_tell;
}

}  // namespace

Belongs within(const PostalStep& step, Number number) {
    if (number.empty()) return Belongs::cannot_tell;
    const Belongs found = within_bounds(step, number);
    return step.assumed && found == Belongs::no ? Belongs::cannot_tell : found;
}

Belongs within(const std::vector<PostalStep>& steps, const std::vector<PostalStep>& units, Number lot) {
    Belongs all = Belongs::yes;
    bool lots = false;
    if (!steps.empty() && is_lot(steps.front(), false)) all = of_chome(steps.front(), units);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const PostalStep& step = steps[i];
        if (!is_lot(step, lots)) {
            const PostalStep* const given = of_unit(units, step.unit);
            all = std::min(all, given ? within(step, given->from) : Belongs::cannot_tell);
            continue;
        }
        lots = true;
        const bool more = i + 1 < steps.size() && is_lot(steps[i + 1], true);
        const std::size_t taken = more ? std::min<std::size_t>(1, lot.size()) : lot.size();
        all = std::min(all, within(step, lot.first(taken)));
        lot = lot.subspan(taken);
    }
    return all;
}

}  // namespace daicho
