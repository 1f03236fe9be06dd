#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/shrinking.hpp"

namespace daicho {

/// Knowledge of characters that is not compiled in, for its licence or for its being the user's own. A
/// registry has it or has it not.
enum class LoadedSet : std::uint8_t {
    mj,          ///< MJ文字情報一覧表 (文字情報基盤)
    mj_plus,     ///< 行政事務標準文字: MJ and the GJ glyphs of an imported table or font
    variations,  ///< the Ideographic Variation Database
    mj_shrink,   ///< MJ縮退マップ
    tax_shrink,  ///< JIS縮退マップ of the National Tax Agency
};
std::string_view name_of(LoadedSet set);  ///< "mj", "mj-plus", "ivd", "mj-shrink", "nta-shrink"
Text title_of(LoadedSet set);

enum class Membership : std::uint8_t {
    not_loaded,  ///< nobody can say: a check must say so and not pass
    absent,
    present,
};

/// Collections of the IVD, as bits.
namespace ivd_collection {
constexpr std::uint8_t adobe_japan1 = 1;
constexpr std::uint8_t hanyo_denshi = 2;
constexpr std::uint8_t moji_joho = 4;
constexpr std::uint8_t other = 8;  ///< KRName, MSARG: not for Japan
}  // namespace ivd_collection

/// What an ideographic variation sequence (base and U+E0100..U+E01EF) is.
struct VariationFacts {
    bool loaded = false;           ///< false: nobody can say
    std::uint8_t collections = 0;  ///< bits of ivd_collection; 0: not registered
    /// It asks for the glyph that its base has without a selector by MJ, so that the selector says nothing.
    /// Meaningful where `loaded` and the MJ characters are.
    bool redundant = false;

    bool registered() const { return collections != 0; }
};

/// A sequence that one collection has for the glyph of another one's.
struct TranslatedSequence {
    std::string text;   ///< UTF-8
    std::string proof;  ///< why they ask for the same glyph: "jis-1990 1975"
};

/// Answers for units of text from what is loaded. A *unit* is UTF-8 text: a base with its variation selector,
/// a combining sequence of JIS X 0213, or one code point. Declared here, implemented over the registry; where
/// there is no registry there is none (a null pointer), and what would be asked is "not loaded". May be
/// called from several threads at once.
class CharacterAuthority {
 public:
    virtual ~CharacterAuthority() = default;

    /// Whether it has a set at all.
    virtual bool has(LoadedSet set) const = 0;
    /// Whether `unit` belongs to `mj` or `mj_plus` (a private use code belongs to the latter only by a table
    /// or font that says so), or is registered (`variations`). A sequence that is registered is not for that
    /// in MJ; what is no ideograph is not in MJ.
    virtual Membership holds(LoadedSet set, std::string_view unit) const = 0;
    virtual VariationFacts variation(char32_t base, char32_t selector) const = 0;
    /// What `collection` (one bit of ivd_collection) has for a sequence: those with the best proof, in the
    /// order of their code points, several where they are equally good; itself alone where it is in the
    /// collection. Empty where nothing is proved.
    virtual std::vector<TranslatedSequence> translations(char32_t base, char32_t selector,
                                                         std::uint8_t collection) const = 0;
    /// What 住基ネット統一文字コード has at J+`code` by the MJ characters: as what the glyph is written
    /// (empty: as nothing), and as proof "J+8FBB = MJ025760". Mostly one; none where the set has no such
    /// code.
    virtual std::vector<TranslatedSequence> juki(char32_t code) const = 0;
    /// What `unit` may be written as. `already` where it is in the target.
    virtual UnitShrink shrink(std::string_view unit, ShrinkPolicy policy, ShrinkTarget target) const = 0;
};

}  // namespace daicho
