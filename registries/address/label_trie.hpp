#pragma once

#include <cstdint>
#include <span>

#include "registries/address/index_array.hpp"
#include "registries/address/index_format.hpp"

namespace daicho {

/// A trie over labels of 16 bits, read where it lies (see address_format::TrieNode).
class LabelTrie {
 public:
    LabelTrie() = default;
    LabelTrie(std::span<const address_format::TrieNode> nodes, std::span<const std::uint16_t> labels)
        : nodes_(nodes), labels_(labels) {}

    static constexpr std::uint32_t none = 0x7FFFFFFF;

    std::uint32_t children_begin(std::uint32_t node) const { return nodes_[node].first_child & none; }
    std::uint32_t children_end(std::uint32_t node) const { return nodes_[node + 1].first_child & none; }
    std::uint16_t label(std::uint32_t node) const { return labels_[node]; }
    /// Where the list of entries of this node begins, or `none`.
    std::uint32_t payload(std::uint32_t node) const {
        const std::uint32_t payload = nodes_[node].payload;
        return payload >= address_format::only_child ? none : payload & ~address_format::payload_kind;
    }
    bool is_bare_number(std::uint32_t node) const {
        return (nodes_[node].payload & address_format::payload_kind) == address_format::bare_number;
    }
    bool part_begins(std::uint32_t node) const {
        return (nodes_[node].first_child & address_format::part_begins) != 0;
    }

    /// The child with that label, or `none`.
    std::uint32_t child(std::uint32_t node, std::uint16_t label) const {
        const std::uint32_t payload = nodes_[node].payload;
        std::uint32_t low = children_begin(node);
        // The child is looked at next: its node is on its way while the labels are.
        __builtin_prefetch(nodes_.data() + low);
        if ((payload & address_format::payload_kind) == address_format::only_child) {
            return (payload & 0xFFFF) == label ? low : none;
        }
        std::uint32_t high = children_end(node);
        while (high - low > 8) {
            const std::uint32_t middle = low + (high - low) / 2;
            (labels_[middle] <= label ? low : high) = middle;
            if (high - low <= 8) __builtin_prefetch(nodes_.data() + low);
        }
        for (; low < high; ++low) {
            if (labels_[low] >= label) return labels_[low] == label ? low : none;
        }
        return none;
    }

 private:
    IndexArray<address_format::TrieNode> nodes_;
    IndexArray<std::uint16_t> labels_;
};

}  // namespace daicho
