#include "registries/address/label_trie.hpp"

#include <catch2/catch.hpp>

#include "registries/address/label_trie_builder.hpp"

using namespace daicho;

namespace {

LabelKey key(std::vector<std::uint16_t> labels) {
    LabelKey made;
    made.labels = std::move(labels);
    return made;
}

std::uint32_t walk(const LabelTrie& trie, std::uint32_t node, const std::vector<std::uint16_t>& labels) {
    for (const std::uint16_t label : labels) {
        if (node == LabelTrie::none) return node;
        node = trie.child(node, label);
    }
    return node;
}

}  // namespace

TEST_CASE("a trie with several roots leads each key to its values, and no other") {
    LabelTrieBuilder builder{3};
    builder.add(0, key({1, 2, 3}), 10);
    builder.add(0, key({1, 2, 3}), 11);
    builder.add(0, key({1, 2}), 12);
    builder.add(2, key({1, 0xFFFF}), 13);
    for (std::uint16_t label = 100; label < 400; ++label) builder.add(2, key({label}), label);
    builder.finish();
    const LabelTrie trie{builder.nodes(), builder.labels()};
    const auto& roots = builder.roots();

    const std::uint32_t node = walk(trie, roots[0], {1, 2, 3});
    REQUIRE(node != LabelTrie::none);
    const std::uint32_t list = trie.payload(node);
    CHECK(builder.values()[list] == 10);
    CHECK(!builder.ends()[list]);
    CHECK(builder.values()[list + 1] == 11);
    CHECK(builder.ends()[list + 1]);
    CHECK(builder.values()[trie.payload(walk(trie, roots[0], {1, 2}))] == 12);
    CHECK(trie.payload(walk(trie, roots[0], {1})) == LabelTrie::none);
    CHECK(walk(trie, roots[0], {1, 3}) == LabelTrie::none);
    CHECK(walk(trie, roots[0], {1, 2, 3, 1}) == LabelTrie::none);
    CHECK(walk(trie, roots[1], {1}) == LabelTrie::none);
    CHECK(builder.values()[trie.payload(walk(trie, roots[2], {1, 0xFFFF}))] == 13);
    for (std::uint16_t label = 100; label < 400; ++label) {
        CHECK(builder.values()[trie.payload(walk(trie, roots[2], {label}))] == label);
    }
    CHECK(walk(trie, roots[2], {99}) == LabelTrie::none);
    CHECK(walk(trie, roots[2], {400}) == LabelTrie::none);
}

TEST_CASE("a node knows that a part of the name may begin there") {
    LabelTrieBuilder builder{1};
    LabelKey made;
    made.begin_part();
    made.labels = {1, 2};
    made.begin_part();
    made.labels.push_back(3);
    builder.add(0, made, 1);
    builder.finish();
    const LabelTrie trie{builder.nodes(), builder.labels()};
    const std::uint32_t root = builder.roots()[0];
    CHECK(trie.part_begins(root));
    CHECK(!trie.part_begins(walk(trie, root, {1})));
    CHECK(trie.part_begins(walk(trie, root, {1, 2})));
}
