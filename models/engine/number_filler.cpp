#include "models/engine/number_filler.hpp"

#include <algorithm>

#include "models/engine/address_text.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

void fill_corporate_number(const Inspector& inspector, const TransformPlan& targets,
                           const CorporationSearch& corporations, TargetRow& row, std::size_t target) {
    const Model& model = inspector.model();
    const CorporationPlan& plan = model.corporations[*targets.columns[target].corporation];
    if (targets.columns[target].repetition > 1 || !row.cells[target].empty()) return;
    const auto cell = [&](CorporationPlanItem item) { return row.cell_of(targets, plan.slot(item)); };
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
        const std::vector<std::string_view> values = row.values(targets);
        sought.address = address_text(model, *address, values, evaluation);
    }
    FoundCorporation found = corporations.search(sought);
    if (found.verdict == CorporationVerdict::one) {
        row.write(target, row.batch.line(row.record), {}, std::move(found.number),
                  rules::number_filled_by_name, RepairKind::provable, std::move(found.evidence));
        return;
    }
    std::string reason(to_string(found.verdict));
    if (!found.evidence.empty()) reason.append(": ").append(found.evidence);
    const std::size_t name = *plan.slot(CorporationPlanItem::name);
    row.out.not_identified.push_back(
        left_empty(inspector, row, rules::number_filled_by_name, name, sought.name, reason));
}

}  // namespace daicho
