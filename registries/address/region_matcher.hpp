#pragma once

#include <array>
#include <cstdint>

#include "registries/address/index_view.hpp"

namespace daicho {

/// Names of a region that a text can begin with.
struct RegionMatch {
    std::uint32_t end = 0;          ///< symbols
    std::uint32_t first_entry = 0;  ///< of region_entries
};

/// All of them, the longest first; a shorter one than the last is not among them.
struct RegionMatches {
    static constexpr std::uint32_t at_most = 8;
    std::array<RegionMatch, at_most> matches;
    std::uint32_t count = 0;
};
/// The node of `index.regions` behind the symbol or number at `at`, which goes behind it; `LabelTrie::none`:
/// no name goes on so.
std::uint32_t step_region(const IndexView& index, const FoldedText& text, std::uint32_t node,
                          std::uint32_t& at);
RegionMatches match_regions(const IndexView& index, const FoldedText& text, std::uint32_t from);

}  // namespace daicho
