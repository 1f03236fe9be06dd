#include "grammars/characters/character_folds.hpp"

#include <algorithm>

#include "grammars/formats/encoding.hpp"
#include "grammars/text/equivalent_ideograph.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/normalize.hpp"
#include "grammars/text/standardized_variant.hpp"
#include "grammars/text/unit.hpp"
#include "grammars/text/wide.hpp"

namespace daicho {

namespace {

using Changed = std::optional<FoldedCluster>;

Changed unless_same(std::string text, std::string_view cluster) {
    if (text == cluster) return {};
    return text;
}

Changed narrow_width(std::string_view cluster, const FoldContext&) {
    const std::string kana = full_width_kana(cluster);
    std::string text;
    for (std::size_t at = 0; at < kana.size();) {
        const CodePoint c = code_point_at(kana, at);
        // Not U+FF5E: it is the wave dash of Windows (10～18時), and no tilde.
        const bool wide_ascii = c.value >= 0xFF01 && c.value < 0xFF5E;
        append_utf8(text, wide_ascii ? c.value - 0xFEE0 : c.value);
        at += c.size;
    }
    return unless_same(std::move(text), cluster);
}

Changed widen(std::string_view cluster, const FoldContext&) {
    const bool line_end = cluster.find_first_of("\r\n\t") != cluster.npos;
    if (line_end) return {};
    return unless_same(wide(cluster), cluster);
}

Changed radical_to_ideograph(std::string_view cluster, const FoldContext&) {
    const CodePoint c = code_point_at(cluster, 0);
    const char32_t ideograph = equivalent_ideograph(c.value);
    if (ideograph == 0) return {};
    std::string text;
    append_utf8(text, ideograph);
    return text.append(cluster.substr(c.size));
}

Changed to_standardized_variant(std::string_view cluster, const FoldContext&) {
    return unless_same(with_standardized_variants(cluster), cluster);
}

Changed to_compatibility_ideograph(std::string_view cluster, const FoldContext&) {
    return unless_same(with_compatibility_ideographs(cluster), cluster);
}

/// Compatibility ideographs stay: NFC would make other characters of them.
Changed compose(std::string_view cluster, const FoldContext&) {
    for (std::size_t at = 0; at < cluster.size();) {
        const CodePoint c = code_point_at(cluster, at);
        if (is_unstable_ideograph(properties_of(c.value))) return {};
        at += c.size;
    }
    return unless_same(nfc(cluster), cluster);
}

Changed drop_redundant_selector(std::string_view cluster, const FoldContext& context) {
    const CharacterUnit unit = unit_at(cluster, 0);
    if (unit.selector == 0 || unit.selectors != 1 || unit.size != cluster.size()) return {};
    const VariationFacts facts = context.authority->variation(unit.base, unit.selector);
    if (!facts.loaded || !facts.redundant) return {};
    return std::string(cluster.substr(0, code_point_at(cluster, 0).size));
}

constexpr bool chooses_glyph(char32_t c) {
    return c >= 0xE0100 && c <= 0xE01EF;
}

/// What another collection has for the glyph that a sequence asks for.
template <std::uint8_t collection>
Changed translate_selector(std::string_view cluster, const FoldContext& context) {
    const CharacterUnit unit = unit_at(cluster, 0);
    if (!chooses_glyph(unit.selector) || unit.selectors != 1 || unit.size != cluster.size()) return {};
    auto found = context.authority->translations(unit.base, unit.selector, collection);
    if (found.size() == 1 && found.front().text == cluster) return {};
    FoldedCluster answer{std::string(cluster)};
    if (found.size() == 1) {
        answer.text = std::move(found.front().text);
        answer.basis = std::move(found.front().proof);
        return answer;
    }
    answer.why = found.empty() ? "no-sequence" : "several-sequences";
    for (auto& one : found) answer.candidates.push_back(std::move(one.text));
    return answer;
}

/// Whether only a set of characters of its own would use the code for one: where Unicode has kanji, hangul
/// or private use characters 住基統一文字 has kanji. All else is the same in both.
bool is_juki_place(char32_t c) {
    const bool hangul = c >= 0xAC00 && c <= 0xD7A3;
    return hangul || (properties_of(c) & (character::ideograph | character::private_use)) != 0;
}

/// A code point of a text in 住基統一文字 as the glyph that has that code: J+8FBB is not U+8FBB.
Changed juki_to_unicode(std::string_view cluster, const FoldContext& context) {
    const CodePoint c = code_point_at(cluster, 0);
    if (c.size != cluster.size() || c.value > 0xFFFF || c.value < 0x80) return {};
    const auto found = context.authority->juki(c.value);
    if (found.empty() && !is_juki_place(c.value)) return {};
    FoldedCluster answer{std::string(cluster)};
    if (found.size() == 1 && !found.front().text.empty()) {
        if (found.front().text == cluster) return {};
        answer.text = found.front().text;
        answer.basis = found.front().proof;
        return answer;
    }
    answer.why = found.empty() ? "not-in-juki" : found.size() == 1 ? "no-writing" : "several-glyphs";
    for (const auto& one : found) answer.candidates.push_back(one.text.empty() ? one.proof : one.text);
    return answer;
}

/// One code of the older encodings and the two characters that are read from it; the name of JIS first.
struct RoundTripPair {
    std::string_view jis;
    std::string_view windows;
    bool same_code;  ///< false: the first one is written as the second only where it has no code
};
constexpr RoundTripPair round_trip_pairs[] = {
    {"〜", "～", true}, {"−", "－", true}, {"‖", "∥", true},   {"¢", "￠", true},  {"£", "￡", true},
    {"¬", "￢", true},  {"—", "―", true},  {"¥", "￥", false}, {"‾", "￣", false}, {"¦", "￤", false},
};

bool encoding_has(Encoding encoding, std::string_view character) {
    std::string bytes;
    return Encoder(encoding).encode(character, bytes) == character.npos;
}

Changed side_of_encoding(std::string_view cluster, const FoldContext& context) {
    for (const auto& pair : round_trip_pairs) {
        const bool jis = cluster == pair.jis;
        if (!jis && cluster != pair.windows) continue;
        if (jis && !encoding_has(context.to, pair.jis) && encoding_has(context.to, pair.windows))
            return std::string(pair.windows);
        if (!jis && pair.same_code && encoding_has(context.to, pair.jis)) return std::string(pair.jis);
        return {};
    }
    return {};
}

namespace c = character;

// One line a kind; the order is that in which they are done.
// The redundancy of a selector is said of MJ: sequences become those of Moji_Joho before, others after.
constexpr CharacterFold folds[] = {
    {"juki",
     {"住基ネット統一文字コードの文章を、MJ の字形の文字に（J+8FBB は U+8FBB と字形が違う）",
      "a text in Juki codes as the characters of their MJ glyphs (J+8FBB has another shape than U+8FBB)"},
     ConversionLoss::none,
     0,
     false,
     false,
     true,
     juki_to_unicode,
     false},
    {"width",
     {"全角英数記号を半角に、半角カナを全角に", "full-width ASCII narrow, half-width kana wide"},
     ConversionLoss::look,
     c::wide_ascii | c::half_width_kana,
     false,
     false,
     false,
     narrow_width},
    {"radicals",
     {"部首の文字を漢字に（⻑→長）", "radicals as the ideographs they look like (⻑ as 長)"},
     ConversionLoss::look,
     c::look_alike,
     false,
     false,
     false,
     radical_to_ideograph},
    {"svs",
     {"互換漢字を、標準異体字列（基底の字と異体字セレクタ）に",
      "compatibility ideographs as standardised variants"},
     ConversionLoss::none,
     c::nfc_no,
     false,
     false,
     false,
     to_standardized_variant},
    {"nfc",
     {"結合文字を合成（NFC。互換漢字はそのまま）",
      "letters and marks composed (NFC; compatibility ideographs stay)"},
     ConversionLoss::none,
     c::nfc_no | c::nfc_maybe | c::combining,
     false,
     false,
     false,
     compose},
    {"ivs-moji-joho",
     {"異体字シーケンスを、Moji_Joho の同じ字形のものに",
      "variation sequences as those of Moji_Joho for the same glyph"},
     ConversionLoss::none,
     c::selector,
     false,
     false,
     true,
     translate_selector<ivd_collection::moji_joho>},
    {"selectors",
     {"字形を変えない異体字セレクタを除く", "variation selectors that change nothing left out"},
     ConversionLoss::none,
     c::selector,
     false,
     false,
     true,
     drop_redundant_selector},
    {"ivs-adobe-japan1",
     {"異体字シーケンスを、Adobe-Japan1 の同じ字形のものに",
      "variation sequences as those of Adobe-Japan1 for the same glyph"},
     ConversionLoss::none,
     c::selector,
     false,
     false,
     true,
     translate_selector<ivd_collection::adobe_japan1>},
    {"ivs-hanyo-denshi",
     {"異体字シーケンスを、Hanyo-Denshi の同じ字形のものに",
      "variation sequences as those of Hanyo-Denshi for the same glyph"},
     ConversionLoss::none,
     c::selector,
     false,
     false,
     true,
     translate_selector<ivd_collection::hanyo_denshi>},
    {"compat",
     {"標準異体字列を互換漢字に", "standardised variants as compatibility ideographs"},
     ConversionLoss::none,
     c::selector,
     false,
     true,
     false,
     to_compatibility_ideograph},
    {"wide",
     {"半角英数記号と半角カナを全角に", "ASCII and half-width kana wide"},
     ConversionLoss::look,
     0,
     false,
     true,
     false,
     widen},
    {"pairs",
     {"〜～ などの対を、出力の文字コードに合う側に",
      "of pairs such as 〜 and ～ the one that the encoding of the result has"},
     ConversionLoss::look,
     c::pair_member,
     true,
     true,
     false,
     side_of_encoding},
};

}  // namespace

std::span<const CharacterFold> character_folds() {
    return folds;
}

const CharacterFold* find_character_fold(std::string_view name) {
    const auto found = std::ranges::find(folds, name, &CharacterFold::name);
    return found == std::end(folds) ? nullptr : found;
}

}  // namespace daicho
