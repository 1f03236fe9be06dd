#include "models/engine/registry_check.hpp"

#include <algorithm>
#include <unordered_map>

#include "models/rules/rule_ids.hpp"

namespace daicho {

void check_code_registries(const InspectionPlan& plan, const FindingMaker& findings,
                           const InspectionOptions& options, const Batch& batch, Inspection& out) {
    bool added = false;
    for (const ColumnCheck& check : plan.columns) {
        if (!check.slot || check.slot->registry.empty()) continue;
        std::unordered_map<std::string_view, std::vector<std::size_t>> records_of;
        for (std::size_t record = 0; record < batch.size(); ++record) {
            const std::string_view text = batch.cell(record, check.column);
            if (!text.empty() && check.slot->is_canonical(text, options.reading))
                records_of[text].push_back(record);
        }
        std::vector<std::string_view> keys;
        for (const auto& [key, records] : records_of) keys.push_back(key);
        std::vector<ReferenceAnswer> answers(keys.size());
        options.reference->find(check.slot->registry, keys, options.as_of, answers);
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const bool ended = answers[i].known == ReferenceAnswer::Known::ended;
            if (!ended && answers[i].known != ReferenceAnswer::Known::absent) continue;
            for (const std::size_t record : records_of[keys[i]]) {
                Finding& finding = out.findings.emplace_back(findings.of_cell(
                    ended ? rules::ended_in_registry : rules::not_in_registry, batch, record, check));
                finding.value = keys[i];
                finding.span = whole(keys[i]);
                finding.detail = answers[i].successor;
                out.lower(record, finding.blocks);
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
