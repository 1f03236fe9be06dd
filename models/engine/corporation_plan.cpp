#include "models/engine/corporation_plan.hpp"

namespace daicho {

std::optional<CorporationPlanItem> find_corporation_plan_item(std::string_view name) {
    // In the order of CorporationPlanItem.
    constexpr std::array<std::string_view, corporation_plan_item_count> names{
        "tradeName",
        "tradeNameKana",
        "tradeNameEn",
        "categoryOfOrganization",
        "positionOfOrganizationTypeInName",
        "fullAddress",
        "localGovernmentCode",
        "postalCode",
        "invoiceNumber",
        "within"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<CorporationPlanItem>(i);
    }
    return std::nullopt;
}

}  // namespace daicho
