#include "models/engine/finding_maker.hpp"

#include <algorithm>

#include "grammars/values/rule_ids.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

FindingMaker::FindingMaker(const Model& model, const Binding& binding, std::span<const std::string> headers)
    : model_(model), binding_(binding), headers_(headers) {
    for (const auto& family : rule_families()) {
        for (const auto& rule : family.rules) rules_.emplace(rule.id.text, &rule);
    }
}

Finding FindingMaker::of_table(RuleId id) const {
    Finding finding;
    finding.rule = id;
    if (const auto rule = rules_.find(id.text); rule != rules_.end()) {
        finding.severity = rule->second->severity;
        finding.blocks = rule->second->blocks;
    }
    return finding;
}

Finding FindingMaker::of_record(RuleId id, const Batch& batch, std::size_t record) const {
    Finding finding = of_table(id);
    finding.record = batch.record_number(record);
    finding.place = batch.place(record);
    return finding;
}

Finding FindingMaker::of_cell(RuleId id, const Batch& batch, std::size_t record,
                              const ColumnCheck& check) const {
    Finding finding = of_record(id, batch, record);
    finding.column = check.column + 1;
    finding.place = batch.origin(record, check.column).place;
    finding.header = headers_[check.column];
    if (check.slot) {
        finding.item = check.slot->path;
        finding.expected = check.slot->expected;
        finding.confidential = check.slot->confidential;
        if (check.slot->inferred) {  // what the source does not say, nobody is held to
            finding.severity = std::min(finding.severity, Severity::warning);
            finding.blocks = Level::none;
        }
    } else {
        // The model says nothing of an own column: what it holds is worth a word, but no verdict, unless it
        // is no value of anything.
        finding.expected = check.kind ? check.kind->form : std::string_view{};
        finding.confidential = check.kind && check.kind->confidential;
        finding.blocks = Level::none;
        const bool no_value = id == rules::error_value || id == rules::formula;
        if (!no_value) finding.severity = std::min(finding.severity, Severity::warning);
    }
    if (check.remarks && id == rules::control_character) {  // where people write lines, they end
        finding.severity = Severity::info;
        finding.blocks = Level::none;
    }
    return finding;
}

Finding FindingMaker::of_items(RuleId id, const Batch& batch, std::size_t record,
                               std::span<const std::size_t> slots) const {
    Finding finding = of_record(id, batch, record);
    point_at(finding, batch, record, slots);
    return finding;
}

void FindingMaker::point_at(Finding& finding, const Batch& batch, std::size_t record,
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

}  // namespace daicho
