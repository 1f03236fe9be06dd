#include "registries/address/label_trie_builder.hpp"

#include <algorithm>

namespace daicho {

using address_format::TrieNode;

namespace {

void append_label(std::string& pool, std::uint16_t label) {
    pool.push_back(static_cast<char>(label >> 8));
    pool.push_back(static_cast<char>(label & 0xFF));
}

}  // namespace

void LabelTrieBuilder::add(std::uint32_t root, const LabelKey& key, std::uint32_t value) {
    const Key added{key.parts, pool_.size(), static_cast<std::uint32_t>(2 + 2 * key.labels.size()), value,
                    key.bare_number};
    append_label(pool_, static_cast<std::uint16_t>(root));
    for (const std::uint16_t label : key.labels) append_label(pool_, label);
    keys_.push_back(added);
}

std::uint16_t LabelTrieBuilder::label(const Key& key, std::uint32_t at) const {
    const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(pool_[key.at + i]); };
    return static_cast<std::uint16_t>(byte(2 * at) << 8 | byte(2 * at + 1));
}

void LabelTrieBuilder::finish() {
    std::ranges::stable_sort(keys_, [&](const Key& a, const Key& b) { return bytes(a) < bytes(b); });
    std::uint32_t begin = 0;
    for (std::uint32_t root = 0; root < roots_.size(); ++root) begin = finish_root(root, begin);
    ranges_ = {};
}

/// The nodes below a root whose keys begin at `begin`; gives where they end.
std::uint32_t LabelTrieBuilder::finish_root(std::uint32_t root, std::uint32_t begin) {
    std::uint32_t end = begin;
    while (end < keys_.size() && label(keys_[end], 0) == root) ++end;
    roots_[root] = static_cast<std::uint32_t>(nodes_.size());
    push(address_format::part_begins, 0, {begin, end, 1});
    for (std::uint32_t node = roots_[root]; node < nodes_.size(); ++node) settle(node);
    push(static_cast<std::uint32_t>(nodes_.size()), 0, {});
    return end;
}

void LabelTrieBuilder::push(std::uint32_t flags, std::uint16_t label, const Range& range) {
    nodes_.push_back({flags, address_format::no_payload});
    labels_.push_back(label);
    ranges_.push_back(range);
}

/// Gives a node its payload and its children.
void LabelTrieBuilder::settle(std::uint32_t node) {
    const Range range = ranges_[node];
    nodes_[node].first_child |= static_cast<std::uint32_t>(nodes_.size());
    std::uint32_t at = range.begin;
    while (at < range.end && keys_[at].size == 2 * range.depth) ++at;
    if (at > range.begin) put_payload(node, range.begin, at);
    while (at < range.end) {
        const std::uint16_t first = label(keys_[at], range.depth);
        std::uint32_t end = at;
        std::uint64_t parts = 0;
        for (; end < range.end && label(keys_[end], range.depth) == first; ++end) parts |= keys_[end].parts;
        const bool begins = range.depth < 64 && (parts >> range.depth & 1) != 0;
        push(begins ? address_format::part_begins : 0, first, {at, end, range.depth + 1});
        at = end;
    }
    const std::uint32_t first = nodes_[node].first_child & ~address_format::part_begins;
    if (nodes_[node].payload == address_format::no_payload && nodes_.size() == first + 1) {
        nodes_[node].payload = address_format::only_child | labels_[first];
    }
}

void LabelTrieBuilder::put_payload(std::uint32_t node, std::uint32_t begin, std::uint32_t end) {
    nodes_[node].payload = static_cast<std::uint32_t>(values_.size());
    if (keys_[begin].bare_number) nodes_[node].payload |= address_format::bare_number;
    for (std::uint32_t i = begin; i < end; ++i) {
        values_.push_back(keys_[i].value);
        ends_.push_back(i + 1 == end);
    }
}

}  // namespace daicho
