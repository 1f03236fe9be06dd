#include "models/engine/body_plan.hpp"

namespace daicho {

std::optional<BodyItem> find_body_item(std::string_view name) {
    // In the order of BodyItem.
    constexpr std::array<std::string_view, body_item_count> names{"tradeName",
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
        if (names[i] == name) return static_cast<BodyItem>(i);
    }
    return std::nullopt;
}

}  // namespace daicho
