#include "models/engine/address_plan.hpp"

namespace daicho {

std::optional<AddressItem> find_address_item(std::string_view name) {
    // In the order of AddressItem.
    constexpr std::array<std::string_view, address_item_count> names{"localGovernmentCode",
                                                                     "streetAddressId",
                                                                     "prefecture",
                                                                     "cityAndCounty",
                                                                     "streetAddress",
                                                                     "cityBlock",
                                                                     "streetAddressAndCityBlock",
                                                                     "buildingNameEtc",
                                                                     "postalCode",
                                                                     "latitude",
                                                                     "longitude",
                                                                     "within"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<AddressItem>(i);
    }
    return std::nullopt;
}

}  // namespace daicho
