#pragma once

#include <string_view>

#include "registries/address/address_answer.hpp"
#include "registries/address/address_matcher.hpp"
#include "registries/address/folded_text.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// 堺市美原町黒山: behind a city stands the name of a municipality that merged into it, without the ward that
/// it became. Where the rest is a town of that city by it, that takes the place of `answer`.
void match_in_former_town(const IndexView& index, std::string_view text, const AddressOptions& options,
                          const FoldedText& folded, AddressAnswer& answer);

}  // namespace daicho
