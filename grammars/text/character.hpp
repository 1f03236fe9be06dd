#pragma once

#include <cstdint>
#include <string_view>

#include "grammars/text/character_data.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

/// What is known of a code point, in one word: bits to be combined over a text with AND and OR, and, in
/// `jis_level_mask`, a `JisLevel`. From Unicode 15 and grammars/text/tables.
using CharacterProperties = std::uint32_t;

namespace character {

// Repertoires: bits for AND. A sequence of JIS X 0213 (か゚) is a matter of units: see repertoire.hpp.
inline constexpr CharacterProperties jis_x0201 = 1u << 0;  ///< letters of both halves, and the space
inline constexpr CharacterProperties jis_x0208 =
    1u << 1;  ///< ASCII, full-width and Windows forms of its characters too
inline constexpr CharacterProperties jis_x0213 = 1u << 2;  ///< the same; holds all of JIS X 0208
inline constexpr CharacterProperties cp932 = 1u << 3;   ///< Windows code page 932 but its user-defined part
inline constexpr CharacterProperties joyo = 1u << 4;    ///< 常用漢字表, 2010
inline constexpr CharacterProperties jinmei = 1u << 5;  ///< 人名用漢字, variants too
inline constexpr CharacterProperties etax = 1u << 6;
inline constexpr CharacterProperties eltax = 1u << 7;

inline constexpr unsigned jis_level_shift = 8;
inline constexpr CharacterProperties jis_level_mask = 7u << jis_level_shift;

// Classes: bits for OR.
inline constexpr CharacterProperties control = 1u << 11;      ///< C0, DEL, C1; tabs and line ends too
inline constexpr CharacterProperties private_use = 1u << 12;  ///< in the BMP and in planes 15 and 16
inline constexpr CharacterProperties unassigned = 1u
                                                  << 13;  ///< in Unicode 15; noncharacters and surrogates too
inline constexpr CharacterProperties invisible =
    1u << 14;  ///< format, bidi, zero width, separators, tags, fillers
inline constexpr CharacterProperties odd_space = 1u << 15;    ///< any space but U+0020 and U+3000
inline constexpr CharacterProperties selector = 1u << 16;     ///< variation selectors
inline constexpr CharacterProperties combining = 1u << 17;    ///< marks (Mn Mc Me) but selectors
inline constexpr CharacterProperties nfc_no = 1u << 18;       ///< never in a text in NFC
inline constexpr CharacterProperties nfc_maybe = 1u << 19;    ///< joins or moves before what stands before it
inline constexpr CharacterProperties voicing = 1u << 20;      ///< ゛ ゜: combining, spacing, half-width
inline constexpr CharacterProperties hyphen_like = 1u << 21;  ///< read as a hyphen; U+002D is not among them
inline constexpr CharacterProperties pair_member = 1u << 22;  ///< of a pair that conversions confuse: 〜 ～
inline constexpr CharacterProperties look_alike = 1u << 23;   ///< radicals, strokes: read as an ideograph
inline constexpr CharacterProperties kana_twin =
    1u << 24;  ///< カ 力, ロ 口, ー 一: right or wrong by what is beside
inline constexpr CharacterProperties machine_dependent = 1u << 25;  ///< NEC, IBM, enclosed, squared, eras
inline constexpr CharacterProperties placeholder = 1u << 26;        ///< 〓 □ ● ＿ U+FFFD
inline constexpr CharacterProperties wide_ascii = 1u << 27;         ///< U+FF01..U+FF5E
inline constexpr CharacterProperties half_width_kana = 1u << 28;    ///< U+FF61..U+FF9F
inline constexpr CharacterProperties ideograph = 1u << 29;          ///< kanji, the compatibility ones too
inline constexpr CharacterProperties hiragana_letter = 1u << 30;    ///< ゝ ゞ ゟ too
inline constexpr CharacterProperties katakana_letter = 1u
                                                       << 31;  ///< full-width; ー ヽ ヾ ヿ and small ㇰ too

}  // namespace character

/// Where JIS X 0208 and 0213 have a character.
enum class JisLevel : std::uint8_t {
    none,
    x0208_symbol,  ///< non-kanji of JIS X 0208
    level_1,
    level_2,
    x0213_symbol,  ///< non-kanji that JIS X 0213 added
    level_3,
    level_4,
};

/// The word of a code point; that of U+FFFF for what is none. One load of an index, one of the word.
inline CharacterProperties properties_of(char32_t c) {
    using namespace character_data;
    if (c >= code_points) c = 0xFFFF;
    return property_words[(property_blocks[c >> block_bits] << block_bits) + (c & 0x3F)];
}

/// The word of the character of three bytes that begins at `p`; nearly all of Japanese is such.
inline CharacterProperties properties_of_three_bytes(const char* p) {
    const auto byte = [&](int i) { return static_cast<unsigned char>(p[i]); };
    const std::size_t block = (byte(0) & 0x0Fu) << 6 | (byte(1) & 0x3Fu);
    return character_data::property_words[(character_data::property_blocks[block]
                                           << character_data::block_bits) +
                                          (byte(2) & 0x3Fu)];
}

/// Whether a character of three bytes begins with `lead`.
constexpr bool begins_three_bytes(char lead) {
    return (static_cast<unsigned char>(lead) & 0xF0) == 0xE0;
}

constexpr JisLevel jis_level(CharacterProperties properties) {
    return static_cast<JisLevel>((properties & character::jis_level_mask) >> character::jis_level_shift);
}

/// An ideograph that NFC turns into another: U+FA30 侮, but not the twelve of U+FA0E..U+FA29 that are unified
/// ones.
constexpr bool is_unstable_ideograph(CharacterProperties properties) {
    constexpr CharacterProperties both = character::ideograph | character::nfc_no;
    return (properties & both) == both;
}

/// The words of a text in sum: what all characters beyond ASCII have in common, and what any character has.
struct TextProperties {
    CharacterProperties common =
        ~0u;                      ///< AND over the characters beyond ASCII; all bits where there are none
    CharacterProperties any = 0;  ///< OR over all characters
};

/// All that a clean text costs: one pass, one load of a word for each character beyond ASCII. The text is
/// valid UTF-8.
TextProperties properties_of_text(std::string_view text);

/// The first character at or behind `from` that has one of the properties of `mask`, as its byte; or npos.
std::size_t find_property(std::string_view text, CharacterProperties mask, std::size_t from = 0);

/// What kind of invisible or unusable thing a code point is; `graphic` for all that can be seen, private use
/// too.
enum class CharacterKind : std::uint8_t {
    graphic,
    control,
    noncharacter,
    surrogate,
    unassigned,
    private_use,
    bidi_control,  ///< changes the direction of what follows
    zero_width,    ///< spaces and joiners of no width, U+FEFF
    soft_hyphen,
    line_separator,  ///< U+2028, U+2029
    odd_space,
    tag,     ///< U+E0000..U+E007F
    filler,  ///< letters without shape: U+3164, U+FFA0 ...
    other_format,
    variation_selector,
};

CharacterKind kind_of(char32_t c);

/// The version of Unicode that all this is of: "15.0.0".
std::string_view unicode_version();

}  // namespace daicho
