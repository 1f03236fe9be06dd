#include <algorithm>

#include "models/engine/address_text.hpp"
#include "models/engine/inspector.hpp"

// Addresses, held against what a registry makes of them.
namespace daicho {

/// A text that cannot be read as an address by itself (白山一丁目2番) may be one in its municipality.
void Inspector::check_addresses(const Batch& batch, std::size_t record, Scratch& scratch,
                                Inspection& out) const {
    for (const AddressCheck& address : addresses_) {
        const AddressPlan& plan = address.plan();
        const auto column = binding_.column_of_slot[plan.whole];
        const std::string_view text = scratch.unreadable[plan.whole] != 0 && column
                                          ? batch.cell(record, *column)
                                          : address_text(model_, plan, scratch.values, scratch.evaluation);
        if (text.empty()) continue;
        for (RecordProblem& problem : address.problems(scratch.values, text)) {
            tell_address(batch, record, plan, std::move(problem), out);
        }
    }
}

/// Where the text has no column, its parts have.
void Inspector::tell_address(const Batch& batch, std::size_t record, const AddressPlan& plan,
                             RecordProblem&& problem, Inspection& out) const {
    std::vector<std::size_t> slots{problem.slot};
    for (const auto item : {AddressItem::street_address_and_city_block, AddressItem::street_address}) {
        if (const auto slot = plan.slot(item)) slots.push_back(*slot);
    }
    Finding& finding = add(out, batch, record, nullptr, problem.rule);
    point_at_slots(finding, batch, record, slots);
    // What the registry has found tells where the address is.
    finding.confidential = finding.confidential || model_.slots[plan.whole].confidential;
    finding.detail = std::move(problem.detail);
    if (finding.item != model_.slots[plan.whole].path) return;
    if (problem.span.end > problem.span.begin && problem.span.end <= finding.value.size())
        finding.span = problem.span;
    if (!problem.suggestion.empty()) finding.repair = {RepairKind::guess, std::move(problem.suggestion)};
}

}  // namespace daicho
