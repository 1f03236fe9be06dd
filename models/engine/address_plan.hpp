#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace daicho {

/// What an address has beside its text.
enum class AddressItem : unsigned char {
    lg_code,
    town_id,
    prefecture,
    city_and_county,
    street_address,
    city_block,
    street_address_and_city_block,
    building,
    postal_code,
    latitude,
    longitude,
    within  ///< the municipality that the record is of, which the address may lie outside of
};
inline constexpr std::size_t address_item_count = 12;

/// The item by its name in a model: "localGovernmentCode", or nothing.
std::optional<AddressItem> find_address_item(std::string_view name);

/// An address of a class: the slots of its text and of the items that belong to it.
struct AddressPlan {
    std::size_t whole = 0;  ///< 連結表記
    std::array<std::optional<std::size_t>, address_item_count> items;

    std::optional<std::size_t> slot(AddressItem item) const { return items[static_cast<std::size_t>(item)]; }
};

}  // namespace daicho
