#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "registries/address/folded_text.hpp"
#include "registries/address/index_view.hpp"

namespace daicho {

/// An address without what stands around it in its cell.
struct BareAddress {
    FoldedText text;        ///< with places in the whole text
    Span address;           ///< bytes of the text: from the address to the end of it, quotes aside
    bool foreign = false;   ///< what stands in front is no label (住所：), but of another item: a name
    bool repeated = false;  ///< a name of the municipality stood twice
};

/// Leaves out a label (所在地：), quotes, brackets, a name in front (株式会社甲 東京都…), commas between the
/// parts (東京都、千代田区) and names that stand twice (北区北区, 千代田区東京都). Nothing: there is nothing
/// of the kind. `text` is `source`, folded.
std::optional<BareAddress> bare_address(const IndexView& index, const FoldedText& text,
                                        std::string_view source);

/// Where what stands behind a postal code begins, but for brackets, commas and spaces: （〒760-8571）高松市.
std::uint32_t begin_behind_marks(std::string_view source, std::uint32_t from);

/// Where a part of an address ends but for what ends a sentence or list: 。 、 and spaces.
std::uint32_t end_without_marks(std::string_view source, Span part);

/// The first byte of another address behind symbol `from`: `…2-1-2、大阪府大阪市北区…`; the size of `source`:
/// there is none.
std::size_t second_address(const IndexView& index, const FoldedText& text, std::string_view source,
                           std::uint32_t from);

}  // namespace daicho
