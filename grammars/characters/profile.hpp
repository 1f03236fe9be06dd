#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/language.hpp"
#include "grammars/characters/character_authority.hpp"

namespace daicho {

/// How much a rule weighs in fields of a profile.
enum class RuleWeight : unsigned char {
    off,      ///< it is not asked
    info,     ///< at most a note
    warning,  ///< at most a warning
    full,     ///< what the rule weighs
};

/// What the letters of a field are.
enum class FieldLetters : unsigned char { any, katakana, half, wide };

/// Fields of one kind: what they allow of characters, see tables/profiles.tsv. Lives as long as the program.
struct CharacterProfile {
    std::string_view name;  ///< "corporate-name"
    Text title;
    FieldLetters letters = FieldLetters::any;
    bool strict_marks = false;     ///< every mark that may stand for a lost character counts
    std::optional<LoadedSet> set;  ///< what its ideographs are looked for in, where a registry has it
    struct Weighed {
        RuleId rule;
        RuleWeight weight;
    };
    std::vector<Weighed> rules;  ///< in order of their ids
    /// Of C200 to C299: they are asked for each unit of a text.
    std::array<RuleWeight, 100> weights = [] {
        std::array<RuleWeight, 100> all{};
        all.fill(RuleWeight::full);
        return all;
    }();

    RuleWeight weight_of(RuleId rule) const;
};

/// Every profile, in the order of the table: name, kana, address, corporate-name, number, free-text,
/// registered, family-register.
std::span<const CharacterProfile> character_profiles();

/// The profile of that name, or null.
const CharacterProfile* find_character_profile(std::string_view name);

/// Lowers what a finding weighs to what its rule may weigh in fields of `profile`.
void weigh(Finding& finding, const CharacterProfile& profile);

}  // namespace daicho
