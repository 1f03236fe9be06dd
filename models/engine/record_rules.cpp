#include "models/engine/record_rules.hpp"

#include <algorithm>

#include "grammars/base/text_hash.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_values = 4;

}  // namespace

/// What the items that a rule compares have: "開始日: 2024-05-01, 終了日: 2024-04-01".
void RecordRules::tell_values(const ModelRule& rule, const RecordValues& values, Finding& finding) const {
    std::size_t told = 0;
    for (const std::size_t slot : rule.slots) {
        const std::string_view value = values.values[slot];
        if (value.empty()) continue;
        if (++told > most_values) break;
        finding.detail.append(finding.detail.empty() ? "" : ", ").append(model_.slots[slot].long_label);
        finding.detail.append(": ").append(value);
        finding.confidential = finding.confidential || model_.slots[slot].confidential;
    }
}

void RecordRules::check_groups(const Batch& batch, std::size_t record, const RecordValues& values,
                               Inspection& out) const {
    for (const RequiredPattern::Group* group : plan_.groups) {
        const auto is_filled = [&](std::size_t slot) { return values.is_filled(slot); };
        if (std::ranges::any_of(group->slots, is_filled)) continue;
        Finding& finding =
            out.findings.emplace_back(findings_.of_items(rules::missing_value, batch, record, group->slots));
        finding.detail = group->label;
    }
}

void RecordRules::check_rules(const Batch& batch, std::size_t record, RecordValues& values,
                              Inspection& out) const {
    Evaluation& seen = values.evaluation;
    seen.slots = values.values;
    seen.reference = options_.reference;
    seen.as_of = options_.as_of;
    seen.clear();
    const auto is_unreadable = [&](std::size_t slot) { return values.unreadable[slot] != 0; };
    for (const ModelRule* rule : plan_.rules) {
        // What an unreadable cell says has a finding of its own; nothing follows from it.
        if (values.any_unreadable && std::ranges::any_of(rule->slots, is_unreadable)) continue;
        if (rule->when && !rule->when->holds(seen)) continue;
        if (!rule->check.fails(seen)) continue;
        Finding& finding =
            out.findings.emplace_back(findings_.of_items(RuleId{rule->id}, batch, record, rule->slots));
        finding.severity = rule->severity;
        finding.blocks = rule->severity == Severity::error ? rule->blocks : Level::none;
        tell_values(*rule, values, finding);
    }
}

void RecordRules::check_unions(const Batch& batch, std::size_t record, const RecordValues& values,
                               Inspection& out) const {
    for (const UnionPlan& plan : model_.unions) {
        std::string filled;
        std::size_t alternatives = 0;
        std::span<const std::size_t> last;
        for (const auto& alternative : plan.alternatives) {
            const auto is_filled = [&](std::size_t slot) { return values.is_filled(slot); };
            if (std::ranges::none_of(alternative.slots, is_filled)) continue;
            filled += (alternatives++ == 0 ? "" : ", ") + alternative.label;
            last = alternative.slots;
        }
        if (alternatives < 2) continue;
        Finding& finding =
            out.findings.emplace_back(findings_.of_items(rules::mixed_union, batch, record, last));
        finding.detail = plan.label + ": " + filled;
    }
}

void RecordRules::add_keys(const RecordValues& values, Inspection& out) const {
    for (const auto& unique : model_.uniques) {
        std::uint64_t hash = 1;
        for (const std::size_t slot : unique) {
            hash = values.values[slot].empty() ? 0 : hash == 0 ? 0 : text_hash(values.values[slot], hash);
        }
        out.keys.push_back(hash);
    }
    for (const ReferencePlan& reference : model_.references) {
        for (const std::size_t slot : {reference.item, reference.target}) {
            const std::string_view value = values.values[slot];
            out.references.push_back(value.empty() ? 0 : text_hash(value, 1));
        }
    }
}

void RecordRules::skip_keys(Inspection& out) const {
    out.keys.insert(out.keys.end(), model_.uniques.size(), 0);
    out.references.insert(out.references.end(), model_.references.size() * 2, 0);
}

}  // namespace daicho
