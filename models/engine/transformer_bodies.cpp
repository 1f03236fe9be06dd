#include <algorithm>

#include "models/engine/address_text.hpp"
#include "models/engine/transformer_row.hpp"
#include "models/rules/rule_ids.hpp"

// Corporate numbers that the source lacks and a register has.
namespace daicho {

/// The body whose number the slot is, where the table has its name.
std::optional<std::size_t> Transformer::body_for(std::size_t slot) const {
    if (!options_.bodies) return std::nullopt;
    const auto& bodies = inspector_.model().bodies;
    for (std::size_t plan = 0; plan < bodies.size(); ++plan) {
        const auto name = bodies[plan].slot(BodyPlanItem::name);
        if (bodies[plan].number == slot && name && inspector_.binding().column_of_slot[*name]) return plan;
    }
    return std::nullopt;
}

void Transformer::fill_number(Row& row, std::size_t target) const {
    const Model& model = inspector_.model();
    const BodyPlan& plan = model.bodies[*columns_[target].body];
    if (columns_[target].repetition > 1 || !row.cells[target].empty()) return;
    const auto cell = [&](BodyPlanItem item) {
        const auto slot = plan.slot(item);
        return slot && target_of_slot_[*slot] != npos ? row.cells[target_of_slot_[*slot]]
                                                      : std::string_view{};
    };
    SoughtBody sought{.name = cell(BodyPlanItem::name),
                      .kana = cell(BodyPlanItem::kana),
                      .kind = cell(BodyPlanItem::kind),
                      .address = cell(BodyPlanItem::address),
                      .lg_code = cell(BodyPlanItem::lg_code)};
    if (sought.name.empty()) return;
    // An address in parts.
    Evaluation evaluation;
    const auto& addresses = model.addresses;
    const auto address = std::ranges::find_if(
        addresses, [&](const AddressPlan& one) { return plan.slot(BodyPlanItem::address) == one.whole; });
    if (sought.address.empty() && address != addresses.end()) {
        std::vector<std::string_view> values(model.slots.size());
        for (std::size_t slot = 0; slot < values.size(); ++slot) {
            if (target_of_slot_[slot] != npos) values[slot] = row.cells[target_of_slot_[slot]];
        }
        sought.address = address_text(model, *address, values, evaluation);
    }
    FoundBody found = options_.bodies->search(sought);
    if (found.verdict == BodyVerdict::one) {
        row.write(target, row.batch.line(row.record), {}, std::move(found.number),
                  rules::number_filled_by_name, RepairKind::provable, std::move(found.evidence));
        return;
    }
    std::string reason(to_string(found.verdict));
    if (!found.evidence.empty()) reason.append(": ").append(found.evidence);
    const std::size_t name = *plan.slot(BodyPlanItem::name);
    row.out.not_identified.push_back(
        left_empty(row, rules::number_filled_by_name, name, sought.name, reason));
}

}  // namespace daicho
