#pragma once

#include <optional>
#include <string_view>

#include "registries/address/folded_text.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// An address whose parts stand in the order of the West.
struct ReversedAddress {
    FoldedText text;            ///< the parts in the order of Japan
    bool number_apart = false;  ///< the number stands in front of its town: 1-5-25 芝公園 港区 東京都
};

/// Turns the parts of `text`, which spaces or commas separate, where the last one is a prefecture or
/// municipality and the first one is none: 芝公園1-5-25 港区 東京都. `text` is `source`, folded.
std::optional<ReversedAddress> reversed_address(const IndexView& index, const FoldedText& text,
                                                std::string_view source);

}  // namespace daicho
