#pragma once

#include "registries/address/address_matcher.hpp"
#include "registries/address/folded_text.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// 東京, 札幌, 静岡: a text that is the name of a prefecture or a municipality but for its last letter, and
/// no more. That is what it means before a town of that name (長野市東京), wherever it is: the answer is the
/// prefecture or the municipality, unsure, and what else it may be are its alternatives. With a number behind
/// it (静岡12) the town stays, unsure. `text` is the whole text of `answer`. Nothing where a municipality is
/// told beside the text. Whether the answer is such a name now.
bool put_short_names(const IndexView& index, const AddressOptions& options, const FoldedText& text,
                     AddressAnswer& answer);

}  // namespace daicho
