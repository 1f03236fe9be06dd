#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "registries/address/address_search.hpp"
#include "registries/address/index_view.hpp"

/// What the other towns of a municipality tell of one of them.
namespace daicho {

/// 〒060-8611 大阪市北区中之島: no town beside `town` has a postal code that begins with these three digits.
/// Codes of offices share them with the towns around.
bool is_code_of_elsewhere(const IndexView& index, std::uint32_t town, std::uint32_t postal_code);

/// 釧路市音別町中園町, where the towns of the former 音別町 bear its name (音別町中園) and 中園町 does not:
/// the first of `towns` lies elsewhere. Of no towns nothing is known.
bool is_outside_former(const IndexView& index, const std::vector<TownCandidate>& towns,
                       std::string_view old_municipality);

}  // namespace daicho
