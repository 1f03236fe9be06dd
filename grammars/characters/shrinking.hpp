#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/language.hpp"

namespace daicho {

/// On whose authority a character may be written as another one. The names of the MJ shrink map (MJ縮退マップ
/// 1.2.0), in its order, and of what leads to it and on from it.
enum class ShrinkBasis : std::uint8_t {
    jis_unification,          ///< JIS包摂規準・UCS統合規則: the same character to JIS
    family_register_5202,     ///< 民二5202号通知別表 正字・俗字等対照表
    family_register_proper,   ///< 戸籍統一文字情報 親字・正字, in one or more hops
    family_register_none,     ///< 民一2842号通達別表 誤字俗字・正字一覧表, 無印
    family_register_popular,  ///< the same, 俗字
    family_register_other,    ///< the same, 別字: a different character, never to be put for it
    notice_582_first,         ///< 法務省告示582号別表第四の一, with a rank
    notice_582_second,        ///< 法務省告示582号別表第四の二, with a rank
    dictionary,               ///< 辞書類等による関連字
    analogy,                  ///< 読み・字形による類推: the weakest
    tax_agency,               ///< JIS縮退マップ of the National Tax Agency, JIS X 0213 to JIS X 0208
    imported_base,            ///< the base character that an imported table of MJ+ gives a glyph
    selector,                 ///< the base of a variation sequence: the same character without its shape
    canonical,                ///< canonically equal in Unicode: U+F9A8 and U+4EE4, both 令
};

struct ShrinkBasisName {
    ShrinkBasis basis;
    std::string_view key;  ///< as JSON writes it
    Text title;
};
/// Every basis, in the order of the enumeration.
std::span<const ShrinkBasisName> shrink_bases();
const ShrinkBasisName& name_of(ShrinkBasis basis);

/// How a choice is made among candidates.
enum class ShrinkPolicy : std::uint8_t {
    mjsu,            ///< the rules of the published unique table of the MJ shrink map (MJSU)
    identity_first,  ///< what is in the target stays; else the best basis, all bases in their order
    match_key,       ///< along every branch to its end: only where all branches end in the same place
    nta,             ///< the table of the National Tax Agency alone
};

/// What the text has to fit into.
enum class ShrinkTarget : std::uint8_t { jisx0213, jisx0208 };

struct ShrinkPolicyName {
    ShrinkPolicy policy;
    std::string_view key;  ///< as the command line writes it
    Text title;
};
struct ShrinkTargetName {
    ShrinkTarget target;
    std::string_view key;
    Text title;
};
std::span<const ShrinkPolicyName> shrink_policies();
std::span<const ShrinkTargetName> shrink_targets();

enum class ShrinkVerdict : std::uint8_t {
    already,              ///< it is in the target
    unique,               ///< one answer
    tied,                 ///< several that are equally good: people have to choose
    none,                 ///< no candidate, or none that the policy takes
    different_character,  ///< the only relations lead to a different character (別字)
    not_loaded,           ///< what would have to be asked is not in the registry, or there is none
};
/// already, unique, tied, none, different-character, not-loaded, as JSON writes it.
std::string_view name_of(ShrinkVerdict verdict);
Text title_of(ShrinkVerdict verdict);

/// A step from one writing to another, in UTF-8. A unit or, after the tax agency's table, several characters
/// (㈱ to （株）).
struct ShrinkStep {
    std::string from;
    std::string to;
    ShrinkBasis basis = ShrinkBasis::jis_unification;
    unsigned rank = 0;  ///< 第1順位, 第2順位 of notice 582; 0: the basis has no ranks
    unsigned hops = 0;  ///< of 親字・正字; 0: not counted
};

/// What might stand in for a unit.
struct ShrinkCandidate {
    std::string text;               ///< in the target unless it is a different character
    std::vector<ShrinkStep> steps;  ///< how it is reached; the first says most about how good it is
    unsigned jis_level = 0;         ///< 1 to 4; 0: no kanji of JIS X 0213
    bool joyo = false;
    bool jinmei = false;
    bool different = false;  ///< 別字: shown as a warning, never chosen
    bool chosen = false;     ///< by the policy; several in a tie
};

/// What a unit comes to.
struct UnitShrink {
    ShrinkVerdict verdict = ShrinkVerdict::none;
    std::string text;               ///< for `already` and `unique`; else empty
    std::vector<ShrinkStep> steps;  ///< of the answer; empty for `already`
    std::vector<ShrinkCandidate> candidates;
    bool cycle = false;  ///< match_key came back to where it had been
};

/// The texts of candidates, each once, in their order; without different characters.
std::vector<std::string_view> texts_of(std::span<const ShrinkCandidate> candidates);

}  // namespace daicho
