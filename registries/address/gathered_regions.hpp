#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "registries/address/reversed_address.hpp"

namespace daicho {

/// Puts the names of prefecture, city and ward, which stand in the order of the West or behind the town, in
/// front, where no blanks tell the parts from each other: 中区横浜市神奈川県本町6-50-10,
/// 芝公園港区東京都1-5-25, 霞が関2-1-2千代田区東京都, 豊島区東池袋東京都1-1-1. Nothing: they are in order, or
/// no names of one municipality.
std::optional<ReversedAddress> gathered_regions(const IndexView& index, const FoldedText& text);

/// 茅?崎市: the text with the one letter that makes the name of a municipality of what it begins with.
/// Nothing: no letter was lost there, or several fit.
std::optional<FoldedText> with_lost_letter(const IndexView& index, const FoldedText& text);

/// 川ロ市, 八玉子市, 茨木木市, 船市, 並杉区: the texts that begin with the name of a municipality if one
/// letter is another, is left out or is put in, or two change places.
std::vector<FoldedText> with_one_letter_mended(const IndexView& index, const FoldedText& text);

}  // namespace daicho
