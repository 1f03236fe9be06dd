#include <algorithm>
#include <string_view>

#include "grammars/values/postal_parts.hpp"

namespace daicho {

namespace {

bool is_chome(const PostalStep& step) {
    return step.unit == "丁目";
}

bool has_unit(const PostalPart& part, const std::string& unit) {
    return std::any_of(part.steps.begin(), part.steps.end(),
                       [&](const PostalStep& step) { return step.unit == unit; });
}

bool is_number(const PostalPart& part) {
    return part.kind == PostalPartKind::numbers;
}

/// １、２丁目: the unit stands at the last of the numbers only.
void take_unit(PostalPart& part, const PostalPart& next) {
    if (!is_number(part) || !is_number(next) || !next.name.empty()) return;
    PostalStep& step = part.steps.back();
    const std::string& unit = next.steps.front().unit;
    if (step.unit.empty() && !has_unit(part, unit)) step.unit = unit;
}

/// Whether the bare number of `part` is a branch of the one before: 10番地の2、5, 4の2・4, 279の1、3~5. The
/// last is but likely: the numbers would run backwards otherwise.
bool is_branch(const PostalPart& part, const PostalPart& before, std::string_view between) {
    const PostalNumber& number = part.steps.front().from;
    const PostalStep& last = before.steps.back();
    if (!part.name.empty() || number.size() != 1 || last.to.size() < 2) return false;
    if (number.front() <= last.to.back()) return false;
    const bool after_lot = last.unit == "番地" && part.steps.front().unit.empty();
    return between == "・" || after_lot || number.front() < last.to.front();
}

void take_branch(PostalPart& part, const PostalPart& before) {
    PostalStep& step = part.steps.front();
    const PostalNumber& last = before.steps.back().to;
    const auto shared = static_cast<std::ptrdiff_t>(last.size()) - 1;
    for (PostalNumber* number : {&step.from, &step.to}) {
        number->insert(number->begin(), last.begin(), last.begin() + shared);
    }
    step.assumed = true;
}

/// 2丁目1番、2番 and 北原1、58: the chome and the 小字 stand at the first of the numbers only.
void take_place(PostalPart& part, const PostalPart& before) {
    if (!part.name.empty()) return;
    part.name = before.name;
    const bool deeper = before.steps.size() > 1 && is_chome(before.steps.front());
    if (!deeper || is_chome(part.steps.front())) return;
    part.steps.insert(part.steps.begin(), before.steps.front());
    part.inherited = 1;
}

}  // namespace

void settle_postal_parts(std::vector<PostalPart>& parts, std::string_view column) {
    const auto follows = [&](std::size_t i) { return is_number(parts[i]) && is_number(parts[i - 1]); };
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (!follows(i)) continue;
        const std::string_view between = slice(column, {parts[i - 1].span.end, parts[i].span.begin});
        if (is_branch(parts[i], parts[i - 1], between)) take_branch(parts[i], parts[i - 1]);
    }
    for (std::size_t i = parts.size(); i-- > 1;) take_unit(parts[i - 1], parts[i]);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (follows(i)) take_place(parts[i], parts[i - 1]);
    }
}

}  // namespace daicho
