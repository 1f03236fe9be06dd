#include "models/rules/value_finding.hpp"

#include "grammars/values/rule_ids.hpp"

namespace daicho {

Finding value_finding(const ValueType& type, std::string_view text, const Result<std::string>& result) {
    Finding finding;
    const Remark& remark = result ? result.remark() : result.refusal();
    const bool changed = result && *result != text;
    if (remark.rule.empty() && !changed) return finding;

    finding.rule = remark.rule.empty() ? rules::other_notation : remark.rule;
    finding.span = remark.rule.empty() ? whole(text) : remark.where;
    if (const Rule* rule = find_rule(finding.rule.text)) {
        finding.severity = rule->severity;
        finding.blocks = rule->blocks;
    }
    finding.value = text;
    finding.expected = type.form;
    finding.detail = remark.detail;
    finding.confidential = type.confidential;
    if (changed) {
        finding.repair = {remark.rule.empty() ? RepairKind::normal_form : remark.repair, *result};
    } else if (!result && !remark.suggestion.empty()) {
        finding.repair = {remark.repair, remark.suggestion};
    }
    return finding;
}

}  // namespace daicho
