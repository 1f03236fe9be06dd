#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/text/character_data.hpp"

namespace daicho {

/// What is left out of account when texts are compared: a set of classes of
/// grammars/text/tables/variants.tsv. Variation selectors never count, and a letter with a combining mark is
/// the letter that has it.
using FoldClasses = unsigned;

namespace fold {

inline constexpr FoldClasses nothing = 0;
inline constexpr FoldClasses width = 1u
                                     << 0;  ///< Ａ A, ｶﾞ ガ, all spaces; what Unicode calls wide and narrow
inline constexpr FoldClasses letter_case = 1u
                                           << 1;  ///< A a, also of the letters with marks, Greek and Cyrillic
inline constexpr FoldClasses kana = 1u << 2;      ///< カ か
inline constexpr FoldClasses small_kana = 1u << 3;  ///< ャ ヤ
inline constexpr FoldClasses dash = 1u << 4;   ///< － − ― and others as -, 〜 ～ as ~; ー is a letter
inline constexpr FoldClasses glyph = 1u << 5;  ///< the same kanji: 髙 高, U+FA19 神, radicals
inline constexpr FoldClasses old_form = 1u << 6;  ///< 澤 沢, 鷗 鴎
inline constexpr FoldClasses variant = 1u << 7;   ///< 嶋 島, 邉 辺
inline constexpr FoldClasses place = 1u << 8;     ///< ヶ ケ が, ノ の 之, ッ ツ

inline constexpr FoldClasses kanji = glyph | old_form | variant;
inline constexpr FoldClasses names_of_places = kanji | place;
/// Other spellings that say the same: no kanji becomes another, no letter but for its width.
inline constexpr FoldClasses spelling = width | dash | glyph;
inline constexpr FoldClasses everything = (1u << 9) - 1;

}  // namespace fold

/// The set that a name says ("width", "old-form", "kanji", "everything"); 0 where none has the name.
FoldClasses find_fold_classes(std::string_view name);

namespace character_data {

/// One step of folding: to another character, for those who leave the class out of account.
struct FoldStep {
    char32_t to = 0;
    std::uint16_t fold_class = 0;
    bool is_last = true;  ///< of the steps of one character
};

inline constexpr std::uint16_t counts_for_nothing = 0xFFFF;
extern const std::uint16_t fold_blocks[block_count];
extern const std::uint16_t
    fold_words[];  ///< 0: no step; `counts_for_nothing`; else the place in `fold_steps`, from 1
extern const FoldStep fold_steps[];

}  // namespace character_data

/// The character that stands for `c` and all that are the same by the step's classes; for those that `word`
/// sends on.
char32_t follow_fold_steps(char32_t c, std::uint16_t word, FoldClasses classes);

/// The character that stands for all that are the same as `c` by `classes`; 0 for a variation selector. One
/// load for characters that are always themselves, and those are most.
inline char32_t match_fold(char32_t c, FoldClasses classes) {
    using namespace character_data;
    if (c >= code_points) return c;
    const std::uint16_t word = fold_words[(fold_blocks[c >> block_bits] << block_bits) + (c & 0x3F)];
    return word == 0 ? c : follow_fold_steps(c, word, classes);
}

/// A character of a text as it is compared.
struct FoldedCharacter {
    char32_t value = 0;  ///< 0 for what counts for nothing
    unsigned size = 0;   ///< in bytes of the text, with the marks that joined it; 0 at the end
};

/// The character that begins at byte `at` of a valid UTF-8 text, with the marks behind it that join it: カ
/// and U+3099 are ガ, with `fold::width` ｶ and ﾞ too.
FoldedCharacter folded_at(std::string_view text, std::size_t at, FoldClasses classes);

/// The text for comparing only: equal for texts that are the same by `classes`. Valid UTF-8 in and out.
std::string match_key(std::string_view text, FoldClasses classes = fold::everything);

}  // namespace daicho
