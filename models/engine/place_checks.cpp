#include "models/engine/place_checks.hpp"

#include <algorithm>

#include "grammars/values/rule_ids.hpp"
#include "models/engine/address_text.hpp"

namespace daicho {

void PlaceChecks::check_addresses(const Batch& batch, std::size_t record, RecordValues& values,
                                  Inspection& out) const {
    for (const AddressCheck& address : plan_.addresses) {
        const AddressPlan& plan = address.plan();
        const auto column = binding_.column_of_slot[plan.whole];
        const std::string_view text = values.unreadable[plan.whole] != 0 && column
                                          ? batch.cell(record, *column)
                                          : address_text(model_, plan, values.values, values.evaluation);
        if (text.empty()) continue;
        for (RecordProblem& problem : address.problems(values.values, text)) {
            out.findings.push_back(address_finding(batch, record, plan, std::move(problem)));
        }
    }
}

/// Where the text has no column, its parts have.
Finding PlaceChecks::address_finding(const Batch& batch, std::size_t record, const AddressPlan& plan,
                                     RecordProblem&& problem) const {
    std::vector<std::size_t> slots{problem.slot};
    for (const auto item : {AddressItem::street_address_and_city_block, AddressItem::street_address}) {
        if (const auto slot = plan.slot(item)) slots.push_back(*slot);
    }
    Finding finding = findings_.of_items(problem.rule, batch, record, slots);
    // What the registry has found tells where the address is.
    finding.confidential = finding.confidential || model_.slots[plan.whole].confidential;
    finding.detail = std::move(problem.detail);
    if (finding.item != model_.slots[plan.whole].path) return finding;
    if (problem.span.end > problem.span.begin && problem.span.end <= finding.value.size())
        finding.span = problem.span;
    if (!problem.suggestion.empty()) finding.repair = {RepairKind::guess, std::move(problem.suggestion)};
    return finding;
}

void PlaceChecks::check_corporations(const Batch& batch, std::size_t record, RecordValues& values,
                                     Inspection& out) const {
    for (const CorporationCheck& corporation : plan_.corporations) {
        const std::size_t number = corporation.plan().number;
        if (values.unreadable[number] != 0) {
            suggest_number(batch, record, corporation, values, out);
            continue;
        }
        if (values.values[number].empty()) continue;
        const std::string_view address = seat_text(corporation.plan(), values);
        for (RecordProblem& problem : corporation.problems(values.values, address)) {
            // As registered: its form has a finding of its own, where the model asks for another.
            const auto column = binding_.column_of_slot[problem.slot];
            if (column && batch.cell(record, *column) == problem.detail) continue;
            Finding& finding = out.findings.emplace_back(findings_.of_items(
                problem.rule, batch, record, slots_that_show(corporation.plan(), problem.slot)));
            finding.detail = std::move(problem.detail);
            if (!problem.suggestion.empty())
                finding.repair = {RepairKind::guess, std::move(problem.suggestion)};
        }
    }
}

/// Where the address has no column its parts have; what has none at all is told of the number.
std::vector<std::size_t> PlaceChecks::slots_that_show(const CorporationPlan& plan, std::size_t slot) const {
    std::vector<std::size_t> slots{slot};
    const auto address = std::ranges::find(model_.addresses, slot, &AddressPlan::whole);
    if (address != model_.addresses.end()) {
        for (const auto item : {AddressItem::street_address_and_city_block, AddressItem::street_address}) {
            if (const auto part = address->slot(item)) slots.push_back(*part);
        }
    }
    slots.push_back(plan.number);
    return slots;
}

/// The address of the seat, joined where the record has its parts.
std::string_view PlaceChecks::seat_text(const CorporationPlan& plan, RecordValues& values) const {
    const auto slot = plan.slot(CorporationPlanItem::address);
    if (!slot || values.unreadable[*slot] != 0) return {};
    const auto address = std::ranges::find(model_.addresses, *slot, &AddressPlan::whole);
    if (address == model_.addresses.end()) return values.values[*slot];
    return address_text(model_, *address, values.values, values.evaluation);
}

/// The finding of the wrong check digit gets the number that exists.
void PlaceChecks::suggest_number(const Batch& batch, std::size_t record, const CorporationCheck& corporation,
                                 const RecordValues& values, Inspection& out) const {
    const auto column = binding_.column_of_slot[corporation.plan().number];
    if (!column) return;
    const auto of_record = [&](const Finding& one) {
        return one.record == batch.record_number(record) && one.column == *column + 1 &&
               one.rule == rules::wrong_check_digit;
    };
    const auto found = std::find_if(out.findings.rbegin(), out.findings.rend(), of_record);
    if (found == out.findings.rend() || found->repair.kind != RepairKind::none) return;
    const auto name = corporation.plan().slot(CorporationPlanItem::name);
    const std::string_view named = name ? values.values[*name] : std::string_view{};
    if (auto number = corporation.suggested_number(found->value, named))
        found->repair = {RepairKind::guess, std::move(*number)};
}

}  // namespace daicho
