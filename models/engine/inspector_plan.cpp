#include <algorithm>

#include "grammars/base/error.hpp"
#include "models/engine/address_text.hpp"
#include "models/engine/inspector.hpp"
#include "models/rules/rule_ids.hpp"

// What an inspector settles before the first record.
namespace daicho {

const RequiredPattern& Inspector::choose_pattern() const {
    if (!options_.pattern.empty()) {
        if (const auto* asked = model_.find_pattern(options_.pattern)) return *asked;
        if (model_.patterns.size() == 1 && model_.patterns.front().name.empty()) {
            throw Error{
                ErrorKind::usage,
                model_.name + " には必須パターンがありません。必須パターンを指定せずに実行してください",
                model_.name + " has no required patterns; name none", ErrorHint::pattern};
        }
        std::string names;
        for (const auto& pattern : model_.patterns) {
            if (!pattern.name.empty()) names += (names.empty() ? "" : ", ") + pattern.name;
        }
        throw Error{
            ErrorKind::usage,
            model_.name + " に必須パターン「" + options_.pattern + "」はありません。あるもの: " + names,
            model_.name + " has no required pattern '" + options_.pattern + "'; it has: " + names,
            ErrorHint::pattern};
    }
    const auto lacking = [&](const RequiredPattern& pattern) {
        const auto entries = std::ranges::count_if(
            pattern.entries, [&](const auto& entry) { return !binding_.column_of_slot[entry.slot]; });
        const auto groups = std::ranges::count_if(pattern.groups, [&](const auto& group) {
            return std::ranges::none_of(group.slots,
                                        [&](auto s) { return binding_.column_of_slot[s].has_value(); });
        });
        return entries + groups;
    };
    return *std::ranges::min_element(model_.patterns, {}, lacking);
}

void Inspector::find_missing_columns() {
    const auto lacks = [&](std::string_view path, const std::string& label) {
        const Rule* rule = rules_.at(rules::missing_column.text);
        Finding finding;
        finding.rule = rules::missing_column;
        finding.severity = rule->severity;
        finding.blocks = rule->blocks;
        finding.item = path;
        finding.detail = label;
        missing_columns_.push_back(std::move(finding));
        ceiling_ = Level::lv1;
    };
    for (const auto& entry : pattern_->entries) {
        const Slot& slot = model_.slots[entry.slot];
        if (!binding_.column_of_slot[entry.slot]) lacks(slot.path, slot.long_label);
    }
    for (const auto& group : pattern_->groups) {
        if (std::ranges::none_of(group.slots,
                                 [&](auto s) { return binding_.column_of_slot[s].has_value(); })) {
            lacks(group.path, group.label);
        } else {
            groups_.push_back(&group);
        }
    }
    // GIF 430 section 4: LV2s asks for the nesting of the model, which a flat table shows by path headers
    // only.
    for (const auto& column : binding_.columns) {
        if (!column.slot || !model_.slots[*column.slot].nested) continue;
        const bool by_path = column.how == BoundBy::label || column.how == BoundBy::english;
        if (!by_path) ceiling_ = std::min(ceiling_, Level::lv2);
    }
}

void Inspector::plan_columns() {
    for (std::uint32_t i = 0; i < binding_.columns.size(); ++i) {
        const ColumnBinding& bound = binding_.columns[i];
        ColumnCheck check;
        check.column = i;
        check.kind = bound.kind;
        check.simple = true;
        if (bound.slot) {
            const Slot& slot = model_.slots[*bound.slot];
            check.slot = &slot;
            check.slot_number = *bound.slot;
            check.kind = slot.kind;
            check.simple = slot.is_simple();
            check.required = std::ranges::any_of(pattern_->entries, [&](const auto& entry) {
                return entry.slot == *bound.slot && !entry.may_be_empty;
            });
            check.refuses_marks = check.required && check.slot->is_canonical("-", options_.reading);
        }
        const CharacterProfile* asked = check.slot ? check.slot->characters : nullptr;
        if (!check.slot || !check.slot->codes) check.characters = characters_.of_kind(check.kind, asked);
        checks_.push_back(check);
    }
}

/// Most rules of a large model are about items of nested classes that no column holds: what those say is the
/// same for every record, and nothing as a rule.
void Inspector::plan_rules() {
    const std::vector<std::string_view> nothing(model_.slots.size());
    Evaluation seen;
    seen.slots = nothing;
    seen.reference = options_.reference;
    seen.as_of = options_.as_of;
    for (const ModelRule& rule : model_.rules) {
        const bool has_column = std::ranges::any_of(
            rule.slots, [&](std::size_t slot) { return binding_.column_of_slot[slot].has_value(); });
        seen.clear();
        const bool asked = !rule.when || rule.when->holds(seen);
        if (has_column || (asked && rule.check.fails(seen))) planned_rules_.push_back(&rule);
    }
}

/// Those that have a column of their text, or of a part of it.
void Inspector::plan_addresses() {
    if (!options_.addresses) return;
    for (const AddressPlan& plan : model_.addresses) {
        if (has_address_text(plan, binding_))
            addresses_.emplace_back(model_, plan, *options_.addresses, options_.reference);
    }
}

void Inspector::plan_corporations() {
    for (const CorporationPlan& plan : model_.corporations) {
        if (binding_.column_of_slot[plan.number])
            corporations_.emplace_back(plan, options_.corporations, options_.addresses, options_.reading,
                                       options_.as_of);
    }
}

/// Only a few columns are asked for more than whether they are in order.
void Inspector::plan_values() {
    std::vector<char> asked(model_.slots.size());
    const auto ask = [&](std::span<const std::size_t> slots) {
        for (const std::size_t slot : slots) asked[slot] = 1;
    };
    for (const ModelRule* rule : planned_rules_) ask(rule->slots);
    for (const AddressCheck& address : addresses_) ask(address.slots());
    for (const CorporationCheck& corporation : corporations_) ask(corporation.slots());
    for (const auto& unique : model_.uniques) ask(unique);
    for (const auto* group : groups_) ask(group->slots);
    for (const ReferencePlan& plan : model_.references) asked[plan.item] = asked[plan.target] = 1;
    for (const UnionPlan& plan : model_.unions) {
        for (const auto& alternative : plan.alternatives) ask(alternative.slots);
    }
    for (std::uint32_t i = 0; i < checks_.size(); ++i) {
        const ColumnCheck& check = checks_[i];
        if (!check.slot || asked[check.slot_number] == 0) continue;
        const bool repeated =
            std::ranges::find(asked_, check.slot_number, &AskedColumn::slot) != asked_.end();
        asked_.push_back({check.column, i, check.slot_number, repeated});
    }
}

}  // namespace daicho
