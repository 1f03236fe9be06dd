#pragma once

#include <cstdint>
#include <string_view>

#include "registries/address/folded_text.hpp"
#include "registries/address/index_view.hpp"
#include "registries/address/lot_reader.hpp"

namespace daicho {

/// 紀尾井町1丁目3番地: nothing but 紀尾井町 can be meant. 羽根4丁目 may be newer than the registry where
/// other 丁目 are in it, and is no 小字.
bool is_without_chome(const IndexView& index, std::uint32_t town);

/// 西新宿9-1-1, where there is no such 丁目; 土々呂町2957 is a lot that lies in none.
bool may_be_chome(const FoldedText& text, std::string_view source, const LotText& lot);

/// The 丁目 of `town` that only the nationwide list of towns has; `nothing`: it has none of that number.
std::uint32_t listed_chome(const IndexView& index, std::uint32_t town, std::uint64_t number);

}  // namespace daicho
