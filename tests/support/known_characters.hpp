#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "grammars/characters/character_authority.hpp"

namespace daicho {

/// What a registry would know of characters, in memory: tests write down what it knows.
class KnownCharacters final : public CharacterAuthority {
 public:
    std::set<LoadedSet> sets;
    std::set<std::pair<LoadedSet, std::string>> members;
    std::map<std::pair<char32_t, char32_t>, VariationFacts> variations;
    std::map<std::pair<char32_t, char32_t>, std::vector<TranslatedSequence>> translated;  ///< for every one
    std::map<char32_t, std::vector<TranslatedSequence>> jukis;
    std::map<std::string, UnitShrink, std::less<>> shrinks;  ///< for every policy and target

    bool has(LoadedSet set) const override { return sets.contains(set); }
    Membership holds(LoadedSet set, std::string_view unit) const override {
        if (!has(set)) return Membership::not_loaded;
        return members.contains({set, std::string(unit)}) ? Membership::present : Membership::absent;
    }
    VariationFacts variation(char32_t base, char32_t selector) const override {
        VariationFacts facts;
        if (const auto found = variations.find({base, selector}); found != variations.end()) {
            facts = found->second;
        }
        facts.loaded = has(LoadedSet::variations);
        return facts;
    }
    std::vector<TranslatedSequence> translations(char32_t base, char32_t selector,
                                                 std::uint8_t) const override {
        const auto found = translated.find({base, selector});
        return found == translated.end() ? std::vector<TranslatedSequence>{} : found->second;
    }
    std::vector<TranslatedSequence> juki(char32_t code) const override {
        const auto found = jukis.find(code);
        return found == jukis.end() ? std::vector<TranslatedSequence>{} : found->second;
    }
    UnitShrink shrink(std::string_view unit, ShrinkPolicy, ShrinkTarget) const override {
        const auto found = shrinks.find(unit);
        if (found != shrinks.end()) return found->second;
        UnitShrink answer;
        answer.verdict = has(LoadedSet::mj_shrink) ? ShrinkVerdict::none : ShrinkVerdict::not_loaded;
        return answer;
    }
};

}  // namespace daicho
