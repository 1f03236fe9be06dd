#include <algorithm>

#include "grammars/characters/character_folds.hpp"
#include "grammars/characters/text_comparison.hpp"
#include "grammars/text/normalize.hpp"
#include "grammars/text/standardized_variant.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

std::string composed(std::string_view text) {
    return nfc(with_standardized_variants(text));
}

/// Of pairs such as 〜 and ～ the side of JIS.
std::string paired(std::string_view text) {
    static const CharacterFold& pairs = *find_character_fold("pairs");
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = text.substr(at, code_point_at(text, at).size);
        const auto other = pairs.apply(character, {});
        out += other ? std::string_view(other->text) : character;
        at += character.size();
    }
    return out;
}

template <FoldClasses Classes>
std::string folded(std::string_view text) {
    return match_key(text, Classes);
}

constexpr TextEquivalence equivalences[] = {
    {"encoding",
     {"文字コード・BOM・バイトの違い", "encoding, byte-order mark, bytes of the same text"},
     nullptr},
    {"newline", {"改行の違い", "line ends"}, nullptr},
    {"normalisation",
     {"合成・分解、互換漢字と標準異体字列", "composed or not, compatibility ideographs"},
     composed},
    {"pairs", {"〜と～などの対", "pairs such as 〜 and ～"}, paired},
    {"selector", {"異体字セレクタ", "variation selectors"}, folded<fold::nothing>},
    {"width", {"全角・半角", "width"}, folded<fold::width>},
    {"case", {"大文字・小文字", "upper and lower case"}, folded<fold::width | fold::letter_case>},
    {"dash", {"ハイフン・ダッシュ・波線の類", "dashes and tildes"}, folded<fold::width | fold::dash>},
    {"glyph", {"同じ漢字の字形", "shapes of one kanji"}, folded<fold::width | fold::glyph>},
    {"old-form", {"旧字体", "old forms of kanji"}, folded<fold::width | fold::glyph | fold::old_form>},
    {"variant", {"異体字", "variants of kanji"}, folded<fold::width | fold::kanji>},
    {"kana",
     {"ひらがな・カタカナ、小書き", "hiragana and katakana, small ones"},
     folded<fold::width | fold::kana | fold::small_kana>},
    {"place",
     {"地名のケとヶとが、ノと之など", "letters of place names (ケ, ヶ, が)"},
     folded<fold::width | fold::names_of_places>},
    {"several", {"上の違いが重なったもの", "several of these at once"}, folded<fold::everything>},
    {"real", {"本当の違い", "different texts"}, nullptr},
};

}  // namespace

std::span<const TextEquivalence> text_equivalences() {
    return equivalences;
}

const TextEquivalence* find_text_equivalence(std::string_view name) {
    const auto found = std::ranges::find(equivalences, name, &TextEquivalence::name);
    return found == std::end(equivalences) ? nullptr : found;
}

}  // namespace daicho
