#include "models/engine/address_text.hpp"

#include <algorithm>

namespace daicho {

bool has_address_text(const AddressPlan& plan, const Binding& binding) {
    const auto has_column = [&](std::optional<std::size_t> slot) {
        return slot && binding.column_of_slot[*slot];
    };
    return has_column(plan.whole) || has_column(plan.slot(AddressItem::street_address)) ||
           has_column(plan.slot(AddressItem::street_address_and_city_block));
}

std::string_view address_municipality(const AddressPlan& plan, std::span<const std::string_view> values) {
    for (const auto item : {AddressItem::lg_code, AddressItem::within}) {
        const auto slot = plan.slot(item);
        if (slot && !values[*slot].empty()) return values[*slot];
    }
    return {};
}

std::string_view address_text(const Model& model, const AddressPlan& plan,
                              std::span<const std::string_view> values, Evaluation& evaluation) {
    if (!values[plan.whole].empty()) return values[plan.whole];
    const auto has_value = [&](AddressItem item) {
        const auto slot = plan.slot(item);
        return slot && !values[*slot].empty();
    };
    // Without a town the parts say no more than the code does.
    if (!has_value(AddressItem::street_address) && !has_value(AddressItem::street_address_and_city_block))
        return {};
    const auto join = std::ranges::find(model.joins, plan.whole, &JoinPlan::whole);
    if (join == model.joins.end()) return {};
    evaluation.slots = values;
    const Value value = join->value.evaluate(evaluation);
    return value.kind == Value::Kind::text ? value.text : std::string_view{};
}

CodeOfPlace code_of_place(std::string_view lg_code, const LocatedAddress& found,
                          const ReferenceData* reference) {
    if (lg_code == found.lg_code) return CodeOfPlace::same;
    const auto of_code = [&](std::string_view column) {
        return reference ? reference->text("municipality", lg_code, column) : std::string{};
    };
    if (of_code("prefecture").empty()) return CodeOfPlace::unknown;
    const bool wider = of_code("prefecture") == found.prefecture && of_code("ward").empty() &&
                       found.city_and_county.find(of_code("city")) != std::string::npos;
    return wider ? CodeOfPlace::wider : CodeOfPlace::other;
}

}  // namespace daicho
