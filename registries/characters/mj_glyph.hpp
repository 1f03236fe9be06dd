#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

class Registry;

/// A row of MJ文字情報一覧表: one glyph. Texts as they are published; empty: the table says nothing.
struct MjGlyph {
    std::string mj;           ///< MJ028902
    std::string character;    ///< as the table writes it: with a selector where it is told apart by one only
    std::string ucs;          ///< 対応するUCS: loose, never a key
    std::string implemented;  ///< 実装したUCS: U+9AD9; the code point without a selector is this glyph
    std::string ivs;          ///< Moji_Joho: 8FBB_E0102
    std::string second_ivs;   ///< two glyphs have one more
    std::string svs;          ///< 4FAE_FE00
    std::string koseki;       ///< 戸籍統一文字番号, six digits
    std::string juki;         ///< 住基ネット統一文字コード: J+8FBB
    std::string nyukan_proper;
    std::string nyukan_gaiji;
    std::string toki;  ///< 登記統一文字番号, eight digits
    std::string policy;
    std::string compatibility;
    std::string x0213;        ///< 1-36-52; the place of the character, not a code point of its own
    std::string x0213_class;  ///< 0: the glyph represents the position; 2: it is subsumed (包摂)
    std::string x0213_unification;
    std::string x0212;
    std::string strokes;
    std::string daikanwa;
    std::string readings;
    std::string remark;
};

/// By which column glyphs are asked for.
enum class MjKey : std::uint8_t {
    mj,
    implemented_ucs,
    ucs,
    ivs,  ///< the second one of two glyphs too
    svs,
    koseki,
    juki,
    toki,
    nyukan,  ///< 0x9AD9, proper or gaiji
    x0213,
    x0212,
    daikanwa,
};

/// The glyphs with that key, by their names. `value` is written as the table writes it. None where the
/// registry has no such table.
std::vector<MjGlyph> mj_glyphs(const Registry& registry, MjKey key, std::string_view value);

/// The glyph that a unit of text is: by its selector, or that of the code point without one. Nothing for what
/// is not in MJ.
std::optional<MjGlyph> mj_glyph_of(const Registry& registry, std::string_view unit);

/// "U+8FBB", "8FBB_E0102", as the table writes code points and sequences.
std::string ucs_key(char32_t character);
std::string sequence_key(char32_t base, char32_t selector);
/// The character of "U+8FBB", "8FBB" or "0x8fbb" in UTF-8; of "8FBB_E0102" the sequence. Empty where it is
/// none.
std::string text_of_key(std::string_view key);

/// The unit that the glyph is written as: its code point, else its sequence; empty for the 19 glyphs that
/// have neither.
std::string unit_of(const MjGlyph& glyph);

/// Whether its 住基 code looks like a code point that is not its own: J+8FBB is MJ025760, U+8FBB is MJ025761.
/// There are 106 such among the unified ideographs and 26 among the compatibility ideographs.
bool is_misleading(const MjGlyph& glyph);
/// The glyph that is at the code point which a misleading 住基 code looks like, where there is one.
std::optional<MjGlyph> glyph_of_namesake(const Registry& registry, const MjGlyph& glyph);

}  // namespace daicho
