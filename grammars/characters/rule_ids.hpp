#pragma once

#include "grammars/base/rule_id.hpp"

/// The rules about the characters of a text; half-width kana (C211) and control characters (C212) are those
/// of the values (`grammars/values/rule_ids.hpp`). An id is never reused.
namespace daicho::rules {

inline constexpr RuleId lost_character{"C214"};        ///< U+FFFD or a noncharacter: there was a character
inline constexpr RuleId unassigned_character{"C215"};  ///< a code point that Unicode 15 has not given away
inline constexpr RuleId private_use{"C216"};           ///< gaiji: everybody's own character
inline constexpr RuleId invisible_character{"C217"};   ///< zero width, bidi controls, soft hyphen, tags
inline constexpr RuleId odd_space{"C218"};             ///< U+00A0, U+2003 …
inline constexpr RuleId stand_in{"C219"};              ///< 〓 □ ● ＿ ???
inline constexpr RuleId outside_repertoire{"C220"};    ///< not in JIS X 0213, or in what was asked for
inline constexpr RuleId stray_selector{"C221"};        ///< a variation selector that selects nothing
inline constexpr RuleId unknown_variation{"C222"};     ///< a sequence that is not registered
inline constexpr RuleId redundant_selector{"C223"};    ///< asks for the shape that is there without it
inline constexpr RuleId decomposed{"C224"};            ///< か and U+3099 instead of が
inline constexpr RuleId nfc_unstable{"C225"};          ///< a compatibility ideograph that NFC changes
inline constexpr RuleId duplicate_character{"C226"};   ///< U+F9A8 instead of 令
inline constexpr RuleId spacing_sound_mark{"C227"};    ///< か゛
inline constexpr RuleId mixed_pair{"C228"};            ///< 〜 (U+301C) and ～ (U+FF5E) in one file
inline constexpr RuleId mark_between_digits{"C229"};   ///< 1ー2, 1―2
inline constexpr RuleId radical{"C230"};               ///< ⾼ ⻑ from a PDF
inline constexpr RuleId look_alike{"C231"};  ///< コ一ヒー with the kanji 一, ニ丁目 with a katakana
inline constexpr RuleId machine_dependent{"C232"};  ///< ① ㈱ ㍻
inline constexpr RuleId other_width{"C233"};        ///< ２ in a number, A in a corporate name
inline constexpr RuleId mojibake{"C234"};           ///< 縺ゅ＞: read in the wrong encoding
inline constexpr RuleId changed_shape{"C235"};      ///< 辻, which older fonts show in another shape

}  // namespace daicho::rules
