#include <algorithm>
#include <cstring>

#include "models/engine/inspector.hpp"
#include "models/rules/rule_ids.hpp"

// What concerns more than one cell: rules of the model, unique keys, registries.
namespace daicho {

namespace {

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = seed ^ text.size() << 56;
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(text.size(), sizeof word);
        std::memcpy(&word, text.data(), size);
        text.remove_prefix(size);
        hash = (hash ^ word) * 0xbf58476d1ce4e5b9u;
        hash ^= hash >> 29;
    }
    return hash * 0x94d049bb133111ebu;
}

}  // namespace

/// Puts a finding about several items on the first of them that has a column.
void Inspector::point_at_slots(Finding& finding, const Batch& batch, std::size_t record,
                               std::span<const std::size_t> slots) const {
    for (const std::size_t slot : slots) {
        const auto column = binding_.column_of_slot[slot];
        if (!column) continue;
        finding.column = *column + 1;
        finding.place = batch.origin(record, *column).place;
        finding.header = headers_[*column];
        finding.item = model_.slots[slot].path;
        finding.value = batch.cell(record, *column);
        finding.span = whole(finding.value);
        finding.confidential = model_.slots[slot].confidential;
        return;
    }
}

Finding Inspector::duplicate(const Batch& batch, std::size_t record, std::span<const std::size_t> key,
                             std::uint64_t first) const {
    Finding finding = finding_of(rules::duplicate_key, batch, record);
    point_at_slots(finding, batch, record, key);
    finding.detail = std::to_string(first);
    return finding;
}

Finding Inspector::dangling(const Batch& batch, std::size_t record, std::size_t reference) const {
    Finding finding = finding_of(rules::dangling_reference, batch, record);
    const ReferencePlan& plan = model_.references[reference];
    point_at_slots(finding, batch, record, std::span(&plan.item, 1));
    finding.detail = model_.slots[plan.target].long_label;
    return finding;
}

Finding Inspector::incomplete_split(const Batch& batch, std::size_t record, std::size_t slot,
                                    std::string rest) const {
    Finding finding = finding_of(rules::split_incomplete, batch, record);
    point_at_slots(finding, batch, record, std::span(&slot, 1));
    finding.detail = std::move(rest);
    return finding;
}

/// A nested class that is required, and of which no item has a value.
void Inspector::check_groups(const Batch& batch, std::size_t record, const Scratch& scratch,
                             Inspection& out) const {
    for (const RequiredPattern::Group* group : groups_) {
        const auto is_filled = [&](std::size_t slot) {
            return !scratch.values[slot].empty() || scratch.unreadable[slot] != 0;
        };
        if (std::ranges::any_of(group->slots, is_filled)) continue;
        Finding& finding = add(out, batch, record, nullptr, rules::missing_value);
        point_at_slots(finding, batch, record, group->slots);
        finding.detail = group->label;
    }
}

void Inspector::check_unions(const Batch& batch, std::size_t record, const Scratch& scratch,
                             Inspection& out) const {
    for (const UnionPlan& plan : model_.unions) {
        std::string filled;
        std::size_t alternatives = 0;
        std::span<const std::size_t> last;
        for (const auto& alternative : plan.alternatives) {
            const auto is_filled = [&](std::size_t slot) {
                return !scratch.values[slot].empty() || scratch.unreadable[slot] != 0;
            };
            if (std::ranges::none_of(alternative.slots, is_filled)) continue;
            filled += (alternatives++ == 0 ? "" : ", ") + alternative.label;
            last = alternative.slots;
        }
        if (alternatives < 2) continue;
        Finding& finding = add(out, batch, record, nullptr, rules::mixed_union);
        point_at_slots(finding, batch, record, last);
        finding.detail = plan.label + ": " + filled;
    }
}

void Inspector::skip_keys(Inspection& out) const {
    out.keys.insert(out.keys.end(), model_.uniques.size(), 0);
    out.references.insert(out.references.end(), model_.references.size() * 2, 0);
}

void Inspector::check_rules(const Batch& batch, std::size_t record, Scratch& scratch, Inspection& out) const {
    Evaluation& seen = scratch.evaluation;
    seen.slots = scratch.values;
    seen.reference = options_.reference;
    seen.as_of = options_.as_of;
    seen.clear();
    const auto is_unreadable = [&](std::size_t slot) { return scratch.unreadable[slot] != 0; };
    for (const ModelRule* rule : planned_rules_) {
        // What an unreadable cell says has a finding of its own; nothing follows from it.
        if (scratch.any_unreadable && std::ranges::any_of(rule->slots, is_unreadable)) continue;
        if (rule->when && !rule->when->holds(seen)) continue;
        if (!rule->check.fails(seen)) continue;
        Finding& finding = add(out, batch, record, nullptr, RuleId{rule->id});
        finding.severity = rule->severity;
        finding.blocks = rule->severity == Severity::error ? rule->blocks : Level::none;
        point_at_slots(finding, batch, record, rule->slots);
    }
    for (const auto& unique : model_.uniques) {
        std::uint64_t hash = 1;
        for (const std::size_t slot : unique) {
            hash = scratch.values[slot].empty() ? 0 : hash == 0 ? 0 : hash_of(scratch.values[slot], hash);
        }
        out.keys.push_back(hash);
    }
    for (const ReferencePlan& reference : model_.references) {
        for (const std::size_t slot : {reference.item, reference.target}) {
            const std::string_view value = scratch.values[slot];
            out.references.push_back(value.empty() ? 0 : hash_of(value, 1));
        }
    }
}

// ---- registries ----

void Inspector::check_registry(const Batch& batch, Inspection& out) const {
    bool added = false;
    for (const ColumnCheck& check : checks_) {
        if (!check.slot || check.slot->registry.empty()) continue;
        std::unordered_map<std::string_view, std::vector<std::size_t>> records_of;
        for (std::size_t record = 0; record < batch.size(); ++record) {
            const std::string_view text = batch.cell(record, check.column);
            if (!text.empty() && check.slot->is_canonical(text, options_.reading))
                records_of[text].push_back(record);
        }
        std::vector<std::string_view> keys;
        for (const auto& [key, records] : records_of) keys.push_back(key);
        std::vector<ReferenceAnswer> answers(keys.size());
        options_.reference->find(check.slot->registry, keys, options_.as_of, answers);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const bool ended = answers[i].known == ReferenceAnswer::Known::ended;
            if (!ended && answers[i].known != ReferenceAnswer::Known::absent) continue;
            for (const std::size_t record : records_of[keys[i]]) {
                Finding& finding = add(out, batch, record, &check,
                                       ended ? rules::ended_in_registry : rules::not_in_registry);
                finding.value = keys[i];
                finding.span = whole(keys[i]);
                finding.detail = answers[i].successor;
                added = true;
            }
        }
    }
    if (!added) return;
    std::ranges::stable_sort(out.findings, [](const Finding& a, const Finding& b) {
        return a.record != b.record ? a.record < b.record : a.column < b.column;
    });
}

}  // namespace daicho
