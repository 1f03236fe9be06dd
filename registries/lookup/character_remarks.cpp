#include "grammars/text/changed_shape.hpp"
#include "grammars/text/character.hpp"
#include "grammars/text/equivalent_ideograph.hpp"
#include "grammars/text/repertoire.hpp"
#include "grammars/text/standardized_variant.hpp"
#include "grammars/text/unit.hpp"
#include "registries/characters/variation.hpp"
#include "registries/lookup/character_record.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr FieldName remark_name{"remark", {"注意", "remark"}, ShownIn::title};
constexpr FieldName about_name{"about", {"対象", "about"}, ShownIn::column};

constexpr AnswerTerm unstable{
    "nfc-changes",
    {"互換漢字。正規化（NFC）で次の字に変わる。残すには異体字シーケンスで書く",
     "compatibility ideograph: NFC turns it into another one; its sequence keeps it"}};
constexpr AnswerTerm unified{"unified-in-compatibility-block",
                             {"互換漢字の領域にあるが統合漢字。正規化（NFC）で変わらない",
                              "in a block of compatibility ideographs, yet a unified one: NFC leaves it"}};
constexpr AnswerTerm radical{
    "look-alike", {"部首・筆画の符号で、漢字ではない。漢字は", "a radical or stroke, not the ideograph"}};
constexpr AnswerTerm private_code{"private-use",
                                  {"私用領域。どの文字かはフォントや対応表によらなければ分からない",
                                   "private use: only a font or table can say what it is"}};
constexpr AnswerTerm several{
    "several-glyphs",
    {"同じ符号に複数のMJ文字図形があり、符号だけでは字形が決まらない",
     "several MJ glyphs have this code point, which alone does not settle the shape"}};
constexpr AnswerTerm misleading{"juki-code-of-other-glyph",
                                {"住基コードと同じ番号のUCS符号は別の字形",
                                 "the UCS code point with the number of its 住基 code is another glyph"}};
constexpr AnswerTerm other_juki{
    "code-is-juki-of-other-glyph",
    {"同じ番号の住基コードは別の字形", "the 住基 code of the same number is another glyph"}};
constexpr AnswerTerm no_code{"no-code",
                             {"UCS符号もIVSもなく、テキストに書けない",
                              "has neither a code point nor a sequence: cannot be written in text"}};
constexpr AnswerTerm redundant{
    "redundant-selector",
    {"セレクタがなくても同じ字形。取り除いてよい", "the same glyph without its selector, which may go"}};
constexpr AnswerTerm unregistered{
    "unregistered-sequence",
    {"登録されていない異体字シーケンス", "a variation sequence that is not registered"}};
constexpr AnswerTerm beyond_mj{"sequence-not-in-mj",
                               {"登録された異体字シーケンスだが、MJ文字情報一覧表にない",
                                "a registered variation sequence, and not in MJ"}};
constexpr AnswerTerm changed{"changed-shape",
                             {"JIS X 0213:2004で例示字形が変わった。それより前のフォントは別の字形で表示する",
                              "JIS X 0213:2004 changed its example shape: fonts of before show another"}};
constexpr AnswerTerm outside{"not-in-jisx0213", {"JIS X 0213にない", "not in JIS X 0213"}};

class RemarkList {
 public:
    void add(const AnswerTerm& term, std::string_view about = {}) {
        records.push_back({{remark_name, term}, text_field(about_name, about)});
    }
    std::vector<AnswerRecord> records;
};

std::string in_short(const MjGlyph& glyph) {
    return glyph.mj + " " + unit_of(glyph);
}

/// "侮 U+4FAE U+FE00": the unified ideograph, and the sequence that keeps the difference.
std::string with_spelling(char32_t ideograph) {
    std::string text;
    if (const auto variant = standardized_variant(ideograph)) {
        append_utf8(text, variant->base);
        text += " " + ucs_key(variant->base) + " " + ucs_key(variant->selector);
    }
    return text;
}

/// From what is compiled in.
void add_properties(RemarkList& list, const CharacterSubject& subject, const CharacterUnit& unit) {
    const CharacterProperties properties = properties_of(unit.base);
    if (is_unstable_ideograph(properties) && unit.selector == 0) {
        list.add(unstable, with_spelling(unit.base));
    } else if ((properties & character::ideograph) != 0 && unit.base >= 0xF900 && unit.base <= 0xFAFF) {
        list.add(unified);
    }
    if ((properties & character::look_alike) != 0) {
        std::string ideograph;
        if (const char32_t same = equivalent_ideograph(unit.base); same != 0) append_utf8(ideograph, same);
        list.add(radical, ideograph);
    }
    if ((properties & character::private_use) != 0 && !subject.added) list.add(private_code);
    static const Repertoire& jisx0213 = *find_repertoire("jisx0213");
    if (unit.selector != 0 || !has_unit(jisx0213, unit)) list.add(outside);
    if (unit.selector == 0 && has_changed_shape(unit.base)) list.add(changed);
}

void add_glyphs(RemarkList& list, const Registry& registry, const CharacterUnit& unit) {
    if (unit.selector != 0) return;
    const std::string code = ucs_key(unit.base);
    std::string others;
    const auto glyphs = mj_glyphs(registry, MjKey::ucs, code);
    for (const MjGlyph& one : glyphs) {
        if (one.implemented != code) others.append(others.empty() ? "" : "、").append(in_short(one));
    }
    if (!others.empty()) list.add(several, others);
    for (const MjGlyph& one : mj_glyphs(registry, MjKey::juki, "J+" + code.substr(2))) {
        if (is_misleading(one)) list.add(other_juki, in_short(one));
    }
}

void add_sequence(RemarkList& list, const Registry& registry, const CharacterSubject& subject,
                  const CharacterUnit& unit) {
    if (unit.selector < 0xE0100 || !registry.has("variation_sequence")) return;
    if (names_of_sequence(registry, {unit.base, unit.selector}).empty()) list.add(unregistered);
    if (!registry.has("mj_character")) return;
    if (!subject.glyph && !names_of_sequence(registry, {unit.base, unit.selector}).empty())
        list.add(beyond_mj);
    if (subject.glyph && subject.glyph->implemented == ucs_key(unit.base)) list.add(redundant);
}

}  // namespace

std::vector<AnswerRecord> character_remarks(const Registry* registry, const CharacterSubject& subject) {
    RemarkList list;
    if (subject.unit.empty()) {
        list.add(no_code);
        return list.records;
    }
    const CharacterUnit unit = unit_at(subject.unit, 0);
    add_properties(list, subject, unit);
    if (!registry) return list.records;
    add_sequence(list, *registry, subject, unit);
    add_glyphs(list, *registry, unit);
    if (subject.glyph && is_misleading(*subject.glyph)) {
        const auto namesake = glyph_of_namesake(*registry, *subject.glyph);
        list.add(misleading, namesake ? in_short(*namesake) : "U+" + subject.glyph->juki.substr(2));
    }
    return list.records;
}

}  // namespace daicho
