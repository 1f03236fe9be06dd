#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammars/base/language.hpp"
#include "grammars/characters/character_authority.hpp"
#include "grammars/characters/conversion_record.hpp"
#include "grammars/formats/dialect.hpp"
#include "grammars/text/character.hpp"

namespace daicho {

/// What a fold may ask.
struct FoldContext {
    Encoding to = Encoding::utf8;                   ///< encoding of the result
    const CharacterAuthority* authority = nullptr;  ///< null: there is none
};

/// What a fold makes of a cluster.
struct FoldedCluster {
    std::string text;   ///< what stands for it; the cluster itself where `why` says why nothing does
    std::string basis;  ///< on whose authority; empty where the name of the fold says it
    std::string why;    ///< it should be written otherwise, and cannot: "no-sequence", "several-sequences",
                        ///< "not-in-juki", "no-writing", "several-glyphs"
    std::vector<std::string> candidates;

    FoldedCluster(std::string written) : text(std::move(written)) {}
};

/// A kind of conversion that is done character by character. A *cluster* is a character with the marks and
/// selectors behind it (か゚, ｶﾞ, 葛 and a selector).
struct CharacterFold {
    std::string_view name;
    Text title;
    ConversionLoss loss;
    /// A cluster is touched only where a character of it has one of these; 0: any may be.
    CharacterProperties touches;
    bool everywhere;      ///< headers and the lines above them too: the encoding asks for it
    bool after_shrink;    ///< it spells what characters were shrunk to, too
    bool asks_authority;  ///< it does nothing without one
    /// What stands for `cluster`; nothing where it stays.
    std::optional<FoldedCluster> (*apply)(std::string_view cluster, const FoldContext& context);
    bool asks_variations = asks_authority;  ///< false: it asks for the MJ characters only
};

/// All kinds, in the order in which they are done.
std::span<const CharacterFold> character_folds();
/// By name; null where none has it.
const CharacterFold* find_character_fold(std::string_view name);

}  // namespace daicho
