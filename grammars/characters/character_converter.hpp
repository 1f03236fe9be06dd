#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammars/characters/character_folds.hpp"
#include "grammars/characters/unit_replacements.hpp"

namespace daicho {

/// What is done to the characters of a text.
struct ConversionRules {
    std::vector<const CharacterFold*> folds;  ///< in the order of `character_folds()`
    struct Shrink {
        ShrinkPolicy policy = ShrinkPolicy::mjsu;
        ShrinkTarget target = ShrinkTarget::jisx0213;
    };
    std::optional<Shrink> shrink;
    /// Own characters and what they are, before all else; outlives the conversion. Null: there is no such
    /// table.
    const UnitReplacements* own = nullptr;
    FoldContext context;

    /// As the record names them: "width", "shrink mjsu jisx0213".
    std::vector<std::string> names() const;
};

/// A place of a text that is written otherwise.
struct PlannedEdit {
    std::size_t begin = 0;  ///< in the text
    std::size_t end = 0;
    std::string now;
    std::string rule;
    std::string basis;
    ConversionLoss loss = ConversionLoss::none;
};

/// A place of a text that should be written otherwise, and cannot.
struct PlannedLoss {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string why;
    std::vector<std::string> candidates;
};

struct ConversionPlan {
    std::vector<PlannedEdit> edits;  ///< in order of place
    std::vector<PlannedLoss> left;

    void clear() {
        edits.clear();
        left.clear();
    }
};

/// Finds what is to be written otherwise. For one thread.
class CharacterConverter {
 public:
    /// Throws Error where the rules ask a registry for what is not loaded.
    explicit CharacterConverter(ConversionRules rules);

    const ConversionRules& rules() const { return rules_; }
    /// Whether the text can hold anything to convert: one pass, one load for each character.
    bool touches(std::string_view text) const;
    /// Adds to `plan` what is to be done in [begin, end) of `text`. `everywhere`: only the folds that are for
    /// headers too.
    void plan(std::string_view text, std::size_t begin, std::size_t end, bool everywhere,
              ConversionPlan& plan);

 private:
    void plan_cluster(std::string_view cluster, std::size_t at, bool everywhere, ConversionPlan& plan);
    void apply(const CharacterFold& fold, std::string& text, PlannedEdit& edit, PlannedLoss& left) const;
    void replace_own(std::string& text, PlannedEdit& edit, PlannedLoss& left) const;
    void shrink(std::string& text, PlannedEdit& edit, PlannedLoss& left);
    const UnitShrink& shrunk(std::string_view unit);

    ConversionRules rules_;
    CharacterProperties mask_ = 0;
    CharacterProperties target_ = 0;  ///< bit of the set that characters are shrunk to
    bool touches_all_ = false;
    std::unordered_map<std::string, UnitShrink> shrunk_;  ///< answers so far, forgotten when they are many
};

}  // namespace daicho
