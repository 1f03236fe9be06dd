#include <algorithm>

#include "grammars/values/rule_ids.hpp"
#include "models/engine/inspector.hpp"

// Bodies, held against the register of corporations.
namespace daicho {

void Inspector::check_bodies(const Batch& batch, std::size_t record, Scratch& scratch,
                             Inspection& out) const {
    for (const BodyCheck& body : bodies_) {
        const std::size_t number = body.plan().number;
        if (scratch.unreadable[number] != 0) {
            suggest_number(batch, record, body, scratch, out);
            continue;
        }
        if (scratch.values[number].empty()) continue;
        for (RecordProblem& problem : body.problems(scratch.values)) {
            Finding& finding = add(out, batch, record, nullptr, problem.rule);
            point_at_slots(finding, batch, record, std::span(&problem.slot, 1));
            finding.detail = std::move(problem.detail);
            if (!problem.suggestion.empty())
                finding.repair = {RepairKind::guess, std::move(problem.suggestion)};
        }
    }
}

/// The finding of the wrong check digit gets the number that exists.
void Inspector::suggest_number(const Batch& batch, std::size_t record, const BodyCheck& body,
                               const Scratch& scratch, Inspection& out) const {
    const auto column = binding_.column_of_slot[body.plan().number];
    if (!column) return;
    const auto of_record = [&](const Finding& one) {
        return one.record == batch.record_number(record) && one.column == *column + 1 &&
               one.rule == rules::wrong_check_digit;
    };
    const auto found = std::find_if(out.findings.rbegin(), out.findings.rend(), of_record);
    if (found == out.findings.rend() || found->repair.kind != RepairKind::none) return;
    const auto name = body.plan().slot(BodyItem::name);
    const std::string_view named = name ? scratch.values[*name] : std::string_view{};
    if (auto number = body.suggested_number(found->value, named))
        found->repair = {RepairKind::guess, std::move(*number)};
}

}  // namespace daicho
