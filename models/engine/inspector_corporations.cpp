#include <algorithm>

#include "grammars/values/rule_ids.hpp"
#include "models/engine/address_text.hpp"
#include "models/engine/inspector.hpp"

// Corporations, held against the register of corporations.
namespace daicho {

void Inspector::check_corporations(const Batch& batch, std::size_t record, Scratch& scratch,
                                   Inspection& out) const {
    for (const CorporationCheck& corporation : corporations_) {
        const std::size_t number = corporation.plan().number;
        if (scratch.unreadable[number] != 0) {
            suggest_number(batch, record, corporation, scratch, out);
            continue;
        }
        if (scratch.values[number].empty()) continue;
        const std::string_view address = seat_text(corporation.plan(), scratch);
        for (RecordProblem& problem : corporation.problems(scratch.values, address)) {
            // As registered: its form has a finding of its own, where the model asks for another.
            const auto column = binding_.column_of_slot[problem.slot];
            if (column && batch.cell(record, *column) == problem.detail) continue;
            Finding& finding = add(out, batch, record, nullptr, problem.rule);
            point_at_corporation(finding, batch, record, corporation.plan(), problem.slot);
            finding.detail = std::move(problem.detail);
            if (!problem.suggestion.empty())
                finding.repair = {RepairKind::guess, std::move(problem.suggestion)};
        }
    }
}

/// Where the address has no column its parts have; what has none at all is told of the number.
void Inspector::point_at_corporation(Finding& finding, const Batch& batch, std::size_t record,
                                     const CorporationPlan& plan, std::size_t slot) const {
    std::vector<std::size_t> slots{slot};
    const auto address = std::ranges::find(model_.addresses, slot, &AddressPlan::whole);
    if (address != model_.addresses.end()) {
        for (const auto item : {AddressItem::street_address_and_city_block, AddressItem::street_address}) {
            if (const auto part = address->slot(item)) slots.push_back(*part);
        }
    }
    slots.push_back(plan.number);
    point_at_slots(finding, batch, record, slots);
}

/// The address of the seat, joined where the record has its parts.
std::string_view Inspector::seat_text(const CorporationPlan& plan, Scratch& scratch) const {
    const auto slot = plan.slot(CorporationPlanItem::address);
    if (!slot || scratch.unreadable[*slot] != 0) return {};
    const auto address = std::ranges::find(model_.addresses, *slot, &AddressPlan::whole);
    if (address == model_.addresses.end()) return scratch.values[*slot];
    return address_text(model_, *address, scratch.values, scratch.evaluation);
}

/// The finding of the wrong check digit gets the number that exists.
void Inspector::suggest_number(const Batch& batch, std::size_t record, const CorporationCheck& corporation,
                               const Scratch& scratch, Inspection& out) const {
    const auto column = binding_.column_of_slot[corporation.plan().number];
    if (!column) return;
    const auto of_record = [&](const Finding& one) {
        return one.record == batch.record_number(record) && one.column == *column + 1 &&
               one.rule == rules::wrong_check_digit;
    };
    const auto found = std::find_if(out.findings.rbegin(), out.findings.rend(), of_record);
    if (found == out.findings.rend() || found->repair.kind != RepairKind::none) return;
    const auto name = corporation.plan().slot(CorporationPlanItem::name);
    const std::string_view named = name ? scratch.values[*name] : std::string_view{};
    if (auto number = corporation.suggested_number(found->value, named))
        found->repair = {RepairKind::guess, std::move(*number)};
}

}  // namespace daicho
