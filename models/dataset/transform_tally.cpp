#include "models/dataset/transform_tally.hpp"

#include <algorithm>

#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

bool has_applied_repair(const Finding& finding, bool guesses) {
    return finding.repair.kind != RepairKind::none && (guesses || finding.repair.kind != RepairKind::guess);
}

/// Whether `edit`, of the same record, is what became of the finding: a value that was missing is settled by
/// whatever filled its cell, any other by the repair of its cell.
bool settles(const Edit& edit, const Finding& finding, const TargetColumn& target, bool guesses) {
    const auto is_of = [&](std::uint32_t column) { return column + 1 == finding.column; };
    const bool same_cell =
        (target.source && is_of(*target.source)) || std::ranges::any_of(target.further, is_of);
    if (finding.rule == rules::missing_value && same_cell && edit.before.empty()) return true;
    if (edit.before != finding.value) return false;
    return edit.rule == finding.rule || (same_cell && has_applied_repair(finding, guesses));
}

}  // namespace

TransformTally::TransformTally(const Transformer& transformer, const Model& model,
                               TransformListener& listener)
    : transformer_(transformer), model_(model), listener_(listener) {
    outcome_.columns.resize(transformer.columns().size());
}

void TransformTally::add(const Transformed& batch) {
    outcome_.records += batch.size();
    for (std::size_t i = 0; i < outcome_.columns.size(); ++i) outcome_.columns[i].filled += batch.filled[i];
    tell_changes(batch);
    tell(LeftOver::loss, batch.mapped.losses);
    tell(LeftOver::loss, batch.given_up);
    tell(LeftOver::not_located, batch.not_located);
    tell(LeftOver::not_identified, batch.not_identified);
    tell(LeftOver::not_shrunk, batch.not_shrunk);
    tell_findings(batch);
}

void TransformTally::tell_changes(const Transformed& batch) {
    for (const Edit& edit : batch.edits) {
        const TargetColumn& target = transformer_.columns()[edit.target];
        ++outcome_.changed;
        outcome_.filled += edit.before.empty();
        ++outcome_.columns[edit.target].changes[std::string(edit.rule.text)];
        CellChange change{edit.record, edit.line,   edit.target, edit.rule,
                          edit.kind,   edit.before, edit.after,  edit.note};
        change.confidential = target.slot && model_.slots[*target.slot].confidential;
        listener_.change(change);
    }
}

void TransformTally::tell_findings(const Transformed& batch) {
    const std::vector<Edit>& edits = batch.edits;
    const bool guesses = transformer_.options().apply_guesses;
    std::size_t at = 0;
    for (const Finding& finding : batch.inspection.findings) {
        while (at < edits.size() && edits[at].record < finding.record) ++at;
        bool settled = false;
        for (std::size_t i = at; i < edits.size() && edits[i].record == finding.record && !settled; ++i) {
            settled = settles(edits[i], finding, transformer_.columns()[edits[i].target], guesses);
        }
        outcome_.fixed += settled;
        const bool not_split = finding.rule == rules::split_incomplete;
        if (settled || (finding.severity != Severity::error && !not_split)) continue;
        const LeftOver kind = not_split ? LeftOver::not_split : LeftOver::error;
        ++outcome_.left[static_cast<std::size_t>(kind)];
        listener_.left(kind, finding);
    }
}

void TransformTally::tell(LeftOver kind, const std::vector<Finding>& findings) {
    outcome_.left[static_cast<std::size_t>(kind)] += findings.size();
    for (const Finding& finding : findings) listener_.left(kind, finding);
}

}  // namespace daicho
