#pragma once

#include <string_view>

#include "registries/address/address_matcher.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// 阿佐ヶ谷南 for 阿佐谷南, 鳩谷本町 for 鳩ケ谷本町: the one town of the municipality that has a ヶ less or
/// more in its name.
void match_with_other_joint(const IndexView& index, std::string_view source, const AddressOptions& options,
                            const FoldedText& text, AddressAnswer& answer);

}  // namespace daicho
