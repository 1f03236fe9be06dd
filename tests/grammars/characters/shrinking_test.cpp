#include "grammars/characters/shrinking.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "grammars/characters/character_authority.hpp"
#include "tests/support/known_characters.hpp"

using namespace daicho;

TEST_CASE("every basis, policy and target stands at the place of its number, under a key of its own") {
    std::set<std::string_view> keys;
    unsigned place = 0;
    for (const ShrinkBasisName& one : shrink_bases()) {
        CHECK(static_cast<unsigned>(one.basis) == place++);
        CHECK(keys.insert(one.key).second);
    }
    CHECK(place == static_cast<unsigned>(ShrinkBasis::canonical) + 1);
    place = 0;
    for (const ShrinkPolicyName& one : shrink_policies()) {
        CHECK(static_cast<unsigned>(one.policy) == place++);
    }
    place = 0;
    for (const ShrinkTargetName& one : shrink_targets()) {
        CHECK(static_cast<unsigned>(one.target) == place++);
    }
    CHECK(name_of(ShrinkVerdict::not_loaded) == "not-loaded");
    CHECK(name_of(LoadedSet::tax_shrink) == "nta-shrink");
}

TEST_CASE("nobody who does not know says that a character is absent") {
    const KnownCharacters nothing;
    CHECK(nothing.holds(LoadedSet::mj, "高") == Membership::not_loaded);
    CHECK_FALSE(nothing.variation(U'辻', 0xE0102).loaded);
    CHECK(nothing.shrink("髙", ShrinkPolicy::mjsu, ShrinkTarget::jisx0213).verdict ==
          ShrinkVerdict::not_loaded);
}

TEST_CASE("a different character is no candidate, and one that is reached in two ways is one") {
    std::vector<ShrinkCandidate> candidates(4);
    candidates[0].text = "辺";
    candidates[1].text = "邊";
    candidates[2].text = "辺";
    candidates[3].text = "友";
    candidates[3].different = true;
    CHECK(texts_of(candidates) == std::vector<std::string_view>{"辺", "邊"});
}
