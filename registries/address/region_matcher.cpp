#include "registries/address/region_matcher.hpp"

#include <algorithm>

namespace daicho {

std::uint32_t step_region(const IndexView& index, const FoldedText& text, std::uint32_t node,
                          std::uint32_t& at) {
    const NumberToken number = text.number(at);
    if (number.size == 0) return index.regions.child(node, text[at++]);
    at += number.size;
    const NumberSymbols symbols = number_symbols(number.value);
    if (symbols.size == 0) return LabelTrie::none;
    for (std::uint32_t i = 0; i < symbols.size && node != LabelTrie::none; ++i) {
        node = index.regions.child(node, symbols.symbols[i]);
    }
    return node;
}

RegionMatches match_regions(const IndexView& index, const FoldedText& text, std::uint32_t from) {
    RegionMatches found;
    std::uint32_t node = 0;
    for (std::uint32_t at = from; at < text.size();) {
        node = step_region(index, text, node, at);
        if (node == LabelTrie::none) break;
        const std::uint32_t payload = index.regions.payload(node);
        if (payload == LabelTrie::none) continue;
        __builtin_prefetch(&index.region_entries[payload]);
        if (found.count == RegionMatches::at_most) {
            std::shift_left(found.matches.begin(), found.matches.end(), 1);
            --found.count;
        }
        found.matches[found.count++] = {at, payload};
    }
    std::reverse(found.matches.begin(), found.matches.begin() + found.count);
    return found;
}

}  // namespace daicho
