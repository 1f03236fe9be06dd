#pragma once

#include "registries/address/address_matcher.hpp"
#include "registries/address/folded_text.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// 中町, 高月町, 上川町: a text that is the name of a 町 or 村, of today or of before a merger, and no more,
/// may as well be a town of another municipality. Where one bears it, that is named beside the municipality,
/// and the answer is not sure. `text` is the whole text of `answer`. Nothing where the area is told beside
/// it.
void put_namesake_towns(const IndexView& index, const AddressOptions& options, const FoldedText& text,
                        AddressAnswer& answer);

}  // namespace daicho
