#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registries/address/index_format.hpp"

namespace daicho {

/// A name as labels, with the places where a part of it begins.
struct LabelKey {
    std::vector<std::uint16_t> labels;
    std::uint64_t parts = 0;   ///< bit i: a part begins before label i; only the first 64 labels
    bool bare_number = false;  ///< the last part is a number and nothing else

    void begin_part() {
        if (labels.size() < 64) parts |= std::uint64_t{1} << labels.size();
    }
};

/// Makes the nodes of a `LabelTrie` with several roots.
class LabelTrieBuilder {
 public:
    explicit LabelTrieBuilder(std::uint32_t roots) : roots_(roots) {}

    void add(std::uint32_t root, const LabelKey& key, std::uint32_t value);

    /// Makes the trie. The payload of a node is where in `values` its list begins; lists are in the order in
    /// which they were added, `ends` says which value is the last of its list.
    void finish();
    const std::vector<address_format::TrieNode>& nodes() const { return nodes_; }
    const std::vector<std::uint16_t>& labels() const { return labels_; }
    const std::vector<std::uint32_t>& roots() const { return roots_; }  ///< the node of each
    const std::vector<std::uint32_t>& values() const { return values_; }
    const std::vector<bool>& ends() const { return ends_; }

 private:
    struct Key {
        std::uint64_t parts;
        std::uint64_t at;    ///< in pool_
        std::uint32_t size;  ///< bytes
        std::uint32_t value;
        bool bare_number;
    };
    struct Range {
        std::uint32_t begin;
        std::uint32_t end;
        std::uint32_t depth;  ///< labels, that of the root included
    };
    std::string_view bytes(const Key& key) const { return std::string_view(pool_).substr(key.at, key.size); }
    std::uint16_t label(const Key& key, std::uint32_t at) const;
    std::uint32_t finish_root(std::uint32_t root, std::uint32_t begin);
    void push(std::uint32_t flags, std::uint16_t label, const Range& range);
    void settle(std::uint32_t node);
    void put_payload(std::uint32_t node, std::uint32_t begin, std::uint32_t end);

    std::vector<std::uint32_t> roots_;
    std::string pool_;  // labels, high byte first: sorted as bytes they are sorted as labels
    std::vector<Key> keys_;
    std::vector<Range> ranges_;
    std::vector<address_format::TrieNode> nodes_;
    std::vector<std::uint16_t> labels_;
    std::vector<std::uint32_t> values_;
    std::vector<bool> ends_;
};

}  // namespace daicho
