#include "models/engine/body_plan.hpp"

namespace daicho {

std::optional<BodyPlanItem> find_body_plan_item(std::string_view name) {
    // In the order of BodyPlanItem.
    constexpr std::array<std::string_view, body_plan_item_count> names{"tradeName",
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
        if (names[i] == name) return static_cast<BodyPlanItem>(i);
    }
    return std::nullopt;
}

}  // namespace daicho
