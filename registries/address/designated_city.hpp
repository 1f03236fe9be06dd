#pragma once

#include <cstdint>
#include <string_view>

#include "registries/address/address_answer.hpp"
#include "registries/address/index_view.hpp"

/// Cities with wards: what may be said of a place in one.
namespace daicho {

/// Whether any town of a municipality is in the index; of a designated city: of any of its wards.
bool has_towns(const IndexView& index, std::uint32_t municipality);

/// Where the place of an answer and all that are as good lie in different wards of one city, the city is the
/// answer, and they stand beside it.
void put_city_of_all(const IndexView& index, AddressAnswer& answer);

/// Why several municipalities fit the same name; of those that a ward was divided into none bears it. `flags`
/// are those of the region entry.
AddressReason reason_of_tie(std::uint8_t flags);

/// Whether a place that was found under the name of a municipality that is no more is known to be its. 大宮市
/// lies in 大宮区 and in others, where a town of that name may have been another city's: only the ward that
/// bears its name is sure. The registry may still have a ward that is no more, which is never. `flags` are
/// those of the region entry.
bool is_place_of_today(const AddressPlace& place, std::string_view old_name, std::uint8_t flags);

/// 美原町 of 南河内郡美原町; 郡山市 has none.
std::string_view without_county(std::string_view name);

/// Whether lots may follow the name of the municipality with no town between: 喬木村1548, 龍ケ崎市3777. In
/// wards there are none.
bool may_lack_town(const AddressPlace& municipality);

}  // namespace daicho
