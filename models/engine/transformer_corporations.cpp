#include <algorithm>

#include "models/engine/address_text.hpp"
#include "models/engine/transformer_row.hpp"
#include "models/rules/rule_ids.hpp"

// Corporate numbers that the source lacks and a register has.
namespace daicho {

/// The corporation whose number the slot is, where the table has its name.
std::optional<std::size_t> Transformer::corporation_for(std::size_t slot) const {
    if (!options_.corporations) return std::nullopt;
    const auto& corporations = inspector_.model().corporations;
    for (std::size_t plan = 0; plan < corporations.size(); ++plan) {
        const auto name = corporations[plan].slot(CorporationPlanItem::name);
        if (corporations[plan].number == slot && name && inspector_.binding().column_of_slot[*name])
            return plan;
    }
    return std::nullopt;
}

void Transformer::fill_number(Row& row, std::size_t target) const {
    const Model& model = inspector_.model();
    const CorporationPlan& plan = model.corporations[*columns_[target].corporation];
    if (columns_[target].repetition > 1 || !row.cells[target].empty()) return;
    const auto cell = [&](CorporationPlanItem item) {
        const auto slot = plan.slot(item);
        return slot && target_of_slot_[*slot] != npos ? row.cells[target_of_slot_[*slot]]
                                                      : std::string_view{};
    };
    SoughtCorporation sought{.name = cell(CorporationPlanItem::name),
                             .kana = cell(CorporationPlanItem::kana),
                             .kind = cell(CorporationPlanItem::kind),
                             .address = cell(CorporationPlanItem::address),
                             .lg_code = cell(CorporationPlanItem::lg_code)};
    if (sought.name.empty()) return;
    // An address in parts.
    Evaluation evaluation;
    const auto& addresses = model.addresses;
    const auto address = std::ranges::find_if(addresses, [&](const AddressPlan& one) {
        return plan.slot(CorporationPlanItem::address) == one.whole;
    });
    if (sought.address.empty() && address != addresses.end()) {
        std::vector<std::string_view> values(model.slots.size());
        for (std::size_t slot = 0; slot < values.size(); ++slot) {
            if (target_of_slot_[slot] != npos) values[slot] = row.cells[target_of_slot_[slot]];
        }
        sought.address = address_text(model, *address, values, evaluation);
    }
    FoundCorporation found = options_.corporations->search(sought);
    if (found.verdict == CorporationVerdict::one) {
        row.write(target, row.batch.line(row.record), {}, std::move(found.number),
                  rules::number_filled_by_name, RepairKind::provable, std::move(found.evidence));
        return;
    }
    std::string reason(to_string(found.verdict));
    if (!found.evidence.empty()) reason.append(": ").append(found.evidence);
    const std::size_t name = *plan.slot(CorporationPlanItem::name);
    row.out.not_identified.push_back(
        left_empty(row, rules::number_filled_by_name, name, sought.name, reason));
}

}  // namespace daicho
