#include "models/engine/inspection_plan.hpp"

#include <algorithm>
#include <span>

#include "grammars/base/error.hpp"
#include "grammars/values/words_of_script.hpp"
#include "models/engine/address_text.hpp"
#include "models/engine/nearest_pattern.hpp"
#include "models/engine/value_kinds.hpp"
#include "models/rules/rule_ids.hpp"
#include "models/rules/value_finding.hpp"

namespace daicho {

namespace {

/// Whether what breaks the rule keeps a record from a level.
bool weighs(const ModelRule& rule) {
    return rule.severity == Severity::error && rule.blocks != Level::none;
}

/// Fills in a plan, one part after the other: later ones look at earlier ones.
class Planner {
 public:
    Planner(const Model& model, const Binding& binding, const FindingMaker& findings,
            const InspectionOptions& options)
        : model_(model),
          binding_(binding),
          findings_(findings),
          options_(options),
          plan_{.characters = FieldCharacters(options.characters)} {}

    InspectionPlan plan();

 private:
    const RequiredPattern& choose_pattern() const;
    void find_missing_columns();
    void plan_columns();
    void plan_rules();
    bool is_told_missing(std::size_t slot) const;
    bool follows_from_missing_columns(const ModelRule& rule) const;
    void lacks_columns_of(const ModelRule& rule);
    void plan_addresses();
    void plan_corporations();
    void plan_readings();
    void plan_values();

    const Model& model_;
    const Binding& binding_;
    const FindingMaker& findings_;
    const InspectionOptions& options_;
    InspectionPlan plan_;
};

InspectionPlan Planner::plan() {
    plan_.pattern = &choose_pattern();
    find_missing_columns();
    plan_columns();
    plan_.of_refused = &plan_.characters.of_refused();
    plan_rules();
    plan_addresses();
    plan_corporations();
    plan_readings();
    plan_values();
    plan_.needs_values = !plan_.rules.empty() || !plan_.addresses.empty() || !plan_.corporations.empty() ||
                         !model_.uniques.empty() || !model_.unions.empty() || !model_.references.empty() ||
                         !plan_.groups.empty();
    return std::move(plan_);
}

const RequiredPattern& Planner::choose_pattern() const {
    if (!options_.pattern.empty()) {
        if (const auto* asked = model_.find_pattern(options_.pattern)) return *asked;
        if (model_.patterns.size() == 1 && model_.patterns.front().name.empty()) {
            throw Error{
                ErrorKind::usage,
                model_.name + " には必須パターンがありません。必須パターンを指定せずに実行してください。",
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
    return nearest_pattern(model_, binding_);
}

void Planner::find_missing_columns() {
    if (binding_.bound() == 0) return;  // told as one finding, and there is no level
    const auto lacks = [&](std::string_view path, const std::string& label) {
        Finding finding = findings_.of_table(rules::missing_column);
        finding.item = path;
        finding.detail = label;
        plan_.missing_columns.push_back(std::move(finding));
        plan_.ceiling = Level::lv1;
    };
    for (const auto& entry : plan_.pattern->entries) {
        const Slot& slot = model_.slots[entry.slot];
        const bool may_lack = entry.may_be_empty && options_.by_member;
        if (!binding_.column_of_slot[entry.slot] && !may_lack) lacks(slot.path, slot.long_label);
    }
    for (const auto& group : plan_.pattern->groups) {
        if (std::ranges::none_of(group.slots,
                                 [&](auto s) { return binding_.column_of_slot[s].has_value(); })) {
            lacks(group.path, group.label);
        } else {
            plan_.groups.push_back(&group);
        }
    }
    // GIF 430 section 4: LV2s asks for the nesting of the model, which a flat table shows by path headers
    // only.
    for (const auto& column : binding_.columns) {
        if (!column.slot || !model_.slots[*column.slot].nested) continue;
        const bool by_path = column.how == BoundBy::label || column.how == BoundBy::english;
        if (!by_path) plan_.ceiling = std::min(plan_.ceiling, Level::lv2);
    }
}

void Planner::plan_columns() {
    for (std::uint32_t i = 0; i < binding_.columns.size(); ++i) {
        const ColumnBinding& bound = binding_.columns[i];
        ColumnCheck check;
        check.column = i;
        check.kind = bound.kind;
        check.habit = bound.habit;
        check.simple = true;
        if (bound.slot) {
            const Slot& slot = model_.slots[*bound.slot];
            check.slot = &slot;
            check.slot_number = *bound.slot;
            check.kind = slot.kind;
            check.simple = slot.is_simple();
            check.required = std::ranges::any_of(plan_.pattern->entries, [&](const auto& entry) {
                return entry.slot == *bound.slot && !entry.may_be_empty;
            });
            check.remarks = check.kind && check.kind->name == "text" && header_is_of_remarks(slot.long_label);
            check.refuses_marks = check.required && check.slot->is_canonical("-", options_.reading);
        }
        const CharacterProfile* asked = check.slot ? check.slot->characters : nullptr;
        if (!check.slot || !check.slot->codes) check.characters = plan_.characters.of_kind(check.kind, asked);
        check.kind_decides = check.simple && check.kind && !check.characters && !check.refuses_marks &&
                             !check.habit.numbers && !may_have_notes(*check.kind);
        check.plain_text = check.simple && check.characters && !check.habit.numbers &&
                           (!check.kind || check.kind == &text_type);
        plan_.columns.push_back(check);
    }
}

/// Most rules of a large model are about items of nested classes that no column holds: what those say is the
/// same for every record, and nothing as a rule.
void Planner::plan_rules() {
    const std::vector<std::string_view> nothing(model_.slots.size());
    Evaluation seen;
    seen.slots = nothing;
    seen.reference = options_.reference;
    seen.as_of = options_.as_of;
    const auto has_column = [&](std::size_t slot) { return binding_.column_of_slot[slot].has_value(); };
    for (const ModelRule& rule : model_.rules) {
        if (options_.levels_only && !weighs(rule)) continue;
        seen.clear();
        if (std::ranges::any_of(rule.slots, has_column)) {
            if (!follows_from_missing_columns(rule)) plan_.rules.push_back(&rule);
        } else if ((!rule.when || rule.when->holds(seen)) && rule.check.fails(seen)) {
            lacks_columns_of(rule);
        }
    }
}

bool Planner::is_told_missing(std::size_t slot) const {
    return std::ranges::any_of(plan_.missing_columns,
                               [&](const Finding& one) { return one.item == model_.slots[slot].path; });
}

/// Whether what the rule asks for has no column at all, and required ones are told to be missing. What keeps
/// a record from a level is told of the record all the same.
bool Planner::follows_from_missing_columns(const ModelRule& rule) const {
    const auto asked = std::span(rule.slots).first(rule.asked);
    if (weighs(rule) || std::ranges::none_of(asked, [&](std::size_t slot) { return is_told_missing(slot); }))
        return false;
    return std::ranges::none_of(asked,
                                [&](std::size_t slot) { return binding_.column_of_slot[slot].has_value(); });
}

/// What follows from columns that are not there is told once, unless it is told of the columns already.
void Planner::lacks_columns_of(const ModelRule& rule) {
    Finding finding = findings_.of_table(RuleId{rule.id});
    finding.severity = rule.severity;
    finding.blocks = rule.severity == Severity::error ? rule.blocks : Level::none;
    plan_.ceiling = lowered(plan_.ceiling, finding.blocks);
    if (std::ranges::none_of(rule.slots, [&](std::size_t slot) { return is_told_missing(slot); }))
        plan_.broken_rules.push_back(std::move(finding));
}

/// Those that have a column of their text, or of a part of it.
void Planner::plan_addresses() {
    if (!options_.addresses) return;
    for (const AddressPlan& plan : model_.addresses) {
        if (has_address_text(plan, binding_))
            plan_.addresses.emplace_back(plan, *options_.addresses, options_.reference, options_.area);
    }
}

void Planner::plan_corporations() {
    for (const CorporationPlan& plan : model_.corporations) {
        if (binding_.column_of_slot[plan.number])
            plan_.corporations.emplace_back(plan, options_.corporations, options_.addresses, options_.reading,
                                            options_.as_of);
    }
}

void Planner::plan_readings() {
    if (options_.levels_only) return;  // they weigh nothing
    plan_.readings = reading_pairs(model_);
    std::erase_if(plan_.readings, [&](const ReadingPair& pair) {
        if (!binding_.column_of_slot[pair.text]) return true;
        // Nobody who writes a prefecture means to write how it is read.
        const auto& asked = plan_.pattern->entries;
        return !binding_.column_of_slot[pair.reading] && model_.slots[pair.reading].nested &&
               std::ranges::find(asked, pair.reading, &RequiredPattern::Entry::slot) == asked.end();
    });
}

/// Only a few columns are asked for more than whether they are in order.
void Planner::plan_values() {
    std::vector<char> asked(model_.slots.size());
    const auto ask = [&](std::span<const std::size_t> slots) {
        for (const std::size_t slot : slots) asked[slot] = 1;
    };
    for (const ModelRule* rule : plan_.rules) ask(rule->slots);
    for (const AddressCheck& address : plan_.addresses) ask(address.slots());
    for (const CorporationCheck& corporation : plan_.corporations) ask(corporation.slots());
    for (const auto& unique : model_.uniques) ask(unique);
    for (const auto* group : plan_.groups) ask(group->slots);
    for (const ReferencePlan& plan : model_.references) asked[plan.item] = asked[plan.target] = 1;
    for (const UnionPlan& plan : model_.unions) {
        for (const auto& alternative : plan.alternatives) ask(alternative.slots);
    }
    for (std::uint32_t i = 0; i < plan_.columns.size(); ++i) {
        const ColumnCheck& check = plan_.columns[i];
        if (!check.slot || asked[check.slot_number] == 0) continue;
        const bool repeated =
            std::ranges::find(plan_.asked, check.slot_number, &AskedColumn::slot) != plan_.asked.end();
        plan_.asked.push_back({check.column, i, check.slot_number, repeated});
    }
}

}  // namespace

InspectionPlan plan_inspection(const Model& model, const Binding& binding, const FindingMaker& findings,
                               const InspectionOptions& options) {
    return Planner(model, binding, findings, options).plan();
}

}  // namespace daicho
