#include "registries/lookup/character_record.hpp"

#include "grammars/characters/character_authority.hpp"
#include "grammars/text/repertoire.hpp"
#include "grammars/text/standardized_variant.hpp"
#include "grammars/text/unit.hpp"
#include "registries/characters/shrinker.hpp"
#include "registries/characters/unicode_block.hpp"
#include "registries/characters/variation.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr FieldName itself{"character", {"文字", "character"}, ShownIn::title};
constexpr FieldName codes{"codes", {"符号", "code"}, ShownIn::title};
constexpr FieldName mj{"mj", {"MJ文字図形名", "MJ glyph"}, ShownIn::title};
constexpr FieldName gj_number{"gj", {"行政事務標準文字", "MJ+"}, ShownIn::title};
constexpr FieldName gj_base{"gj_base", {"行政事務標準文字の基底文字", "base in MJ+"}};
constexpr FieldName block{"block", {"Unicodeのブロック", "Unicode block"}};
constexpr FieldName jis_x0213{"jis_x0213", {"JIS X 0213", "JIS X 0213"}, ShownIn::column};
constexpr FieldName jis_level{"jis_level", {"水準", "level"}};
constexpr FieldName jis_subsumed{"jis_x0213_subsumed_in", {"JIS X 0213の包摂先", "subsumed in JIS X 0213"}};
constexpr FieldName unification{"jis_x0213_unification", {"包摂連番", "unification rule"}};
constexpr FieldName jis_x0208{"jis_x0208", {"JIS X 0208", "JIS X 0208"}};
constexpr FieldName jis_x0212{"jis_x0212", {"JIS X 0212", "JIS X 0212"}};
constexpr FieldName repertoire_names{"repertoires", {"含まれる文字集合", "in the sets"}};
constexpr FieldName set_name{"set", {"文字集合", "set"}, ShownIn::title};
constexpr FieldName sequence{"ivs", {"IVS（Moji_Joho）", "IVS (Moji_Joho)"}};
constexpr FieldName second_sequence{"second_ivs", {"重複するIVS", "second IVS"}};
constexpr FieldName svs{"svs", {"SVS", "SVS"}};
constexpr FieldName koseki{"koseki", {"戸籍統一文字番号", "koseki number"}, ShownIn::column};
constexpr FieldName juki{"juki", {"住基ネット統一文字コード", "juki code"}, ShownIn::column};
constexpr FieldName toki{"toki", {"登記統一文字番号", "toki number"}};
constexpr FieldName nyukan{"nyukan", {"入管正字コード", "nyukan code"}};
constexpr FieldName nyukan_gaiji{"nyukan_gaiji", {"入管外字コード", "nyukan gaiji code"}};
constexpr FieldName daikanwa{"daikanwa", {"大漢和辞典", "Daikanwa"}};
constexpr FieldName policy{"policy", {"漢字施策", "policy"}};
constexpr FieldName strokes{"strokes", {"画数", "strokes"}};
constexpr FieldName readings{"readings", {"読み", "readings"}};
constexpr FieldName note{"note", {"備考", "note"}};
constexpr FieldName to_x0213{"shrink_jisx0213", {"JIS X 0213に収めると", "in JIS X 0213"}};
constexpr FieldName to_x0208{"shrink_jisx0208", {"JIS X 0208に収めると", "in JIS X 0208"}};
constexpr FieldName verdict{"verdict", {"判定", "verdict"}, ShownIn::title};
constexpr FieldName result{"text", {"結果", "result"}, ShownIn::title};
constexpr FieldName candidates{"candidates", {"JIS X 0213での候補", "candidates in JIS X 0213"}};
constexpr FieldName candidate{"text", {"候補", "candidate"}, ShownIn::title};
constexpr FieldName basis{"basis", {"根拠", "on whose authority"}, ShownIn::column};
constexpr FieldName rank{"rank", {"順位", "rank"}, ShownIn::column};
constexpr FieldName hops{"hops", {"ホップ", "hops"}, ShownIn::column};
constexpr FieldName different{"different", {"別字", "different"}, ShownIn::column};
constexpr FieldName glyphs{"glyphs", {"この符号のMJ文字図形", "MJ glyphs of this code point"}};
constexpr FieldName sequences{"sequences", {"登録されている異体字シーケンス", "registered sequences"}};
constexpr FieldName sequence_itself{"sequence", {"シーケンス", "sequence"}, ShownIn::title};
constexpr FieldName collections{"collections", {"コレクション", "collections"}, ShownIn::column};
constexpr FieldName translations{"same_glyph", {"同じ字形の異体字シーケンス", "sequences of the same glyph"}};
constexpr FieldName collection{"collection", {"コレクション", "collection"}, ShownIn::column};
constexpr FieldName shared_by{"reason", {"理由", "reason"}, ShownIn::column};
constexpr FieldName remarks{"remarks", {"注意", "remarks"}};

AnswerValue number(unsigned value) {
    return value == 0 ? AnswerValue() : AnswerValue(AnswerNumber{std::to_string(value)});
}

std::string code_points(const CharacterUnit& unit) {
    std::string all = ucs_key(unit.base);
    for (const char32_t next : {unit.mark, unit.selector}) {
        if (next != 0) all += ' ' + ucs_key(next);
    }
    return all;
}

const AnswerTerm* level_of(const CharacterUnit& unit) {
    static constexpr AnswerTerm levels[] = {
        {"jisx0208-symbol", {"JIS X 0208の非漢字", "non-kanji of JIS X 0208"}},
        {"1", {"第1水準", "level 1"}},
        {"2", {"第2水準", "level 2"}},
        {"jisx0213-symbol", {"JIS X 0213の非漢字", "non-kanji of JIS X 0213"}},
        {"3", {"第3水準", "level 3"}},
        {"4", {"第4水準", "level 4"}},
    };
    const auto level = static_cast<unsigned>(daicho::jis_level(properties_of(unit.base)));
    if (unit.mark != 0) return &levels[3];  // か゚: JIS X 0213 brought all of these
    return level == 0 ? nullptr : &levels[level - 1];
}

/// What is compiled in: code, block, positions, sets. A shape (a selector) is in none of them.
void add_compiled_in(AnswerRecord& record, const CharacterUnit& unit) {
    const bool known = unit.size != 0 && unit.selector == 0;
    const auto x0213 = known ? jis_x0213_position(unit.base, unit.mark) : std::nullopt;
    const auto x0208 = known && unit.mark == 0 ? jis_x0208_position(unit.base) : std::nullopt;
    std::vector<AnswerRecord> sets;
    for (const Repertoire& one : repertoires()) {
        if (known && has_unit(one, unit))
            sets.push_back({{set_name, AnswerTerm{one.name, {one.ja, one.en}}}});
    }
    record.push_back(text_field(block, unit.size == 0 ? std::string_view() : unicode_block(unit.base)));
    record.push_back(text_field(jis_x0213, x0213 ? to_string(*x0213) : std::string()));
    const AnswerTerm* level = x0213 ? level_of(unit) : nullptr;
    record.push_back({jis_level, level ? AnswerValue(*level) : AnswerValue()});
    record.push_back(text_field(jis_x0208, x0208 ? to_string(*x0208) : std::string()));
    record.push_back({repertoire_names, sets.empty() ? AnswerValue() : AnswerValue(std::move(sets))});
    std::string spelling;
    if (const auto variant = known ? standardized_variant(unit.base) : std::nullopt) {
        spelling = sequence_key(variant->base, variant->selector);
    }
    record.push_back(text_field(svs, spelling));
}

void add_numbers(AnswerRecord& record, const MjGlyph& glyph) {
    const bool subsumed = glyph.x0213_class == "2";
    record.push_back(text_field(jis_subsumed, subsumed ? glyph.x0213 : std::string()));
    record.push_back(text_field(unification, glyph.x0213_unification));
    record.push_back(text_field(jis_x0212, glyph.x0212));
    record.push_back(text_field(sequence, glyph.ivs));
    record.push_back(text_field(second_sequence, glyph.second_ivs));
    record.push_back(text_field(koseki, glyph.koseki));
    record.push_back(text_field(juki, glyph.juki));
    record.push_back(text_field(toki, glyph.toki));
    record.push_back(text_field(nyukan, glyph.nyukan_proper));
    record.push_back(text_field(nyukan_gaiji, glyph.nyukan_gaiji));
    record.push_back(text_field(daikanwa, glyph.daikanwa));
    record.push_back(text_field(policy, glyph.policy));
    record.push_back(text_field(strokes, glyph.strokes));
    record.push_back(text_field(readings, glyph.readings));
    record.push_back(text_field(note, glyph.remark));
}

AnswerValue shrink_records(const UnitShrink& shrink) {
    return std::vector<AnswerRecord>{
        {text_field(result, shrink.text),
         {verdict, AnswerTerm{name_of(shrink.verdict), title_of(shrink.verdict)}}}};
}

AnswerValue candidate_records(const UnitShrink& shrink) {
    std::vector<AnswerRecord> records;
    for (const ShrinkCandidate& one : shrink.candidates) {
        if (one.steps.empty()) continue;
        const ShrinkStep& step = one.steps.back();
        const ShrinkBasisName& name = name_of(step.basis);
        records.push_back({text_field(candidate, one.text),
                           {basis, AnswerTerm{name.key, name.title}},
                           {rank, number(step.rank)},
                           {hops, number(step.hops)},
                           {different, one.different ? AnswerValue(true) : AnswerValue()}});
    }
    return records.empty() ? AnswerValue() : AnswerValue(std::move(records));
}

void add_shrinking(AnswerRecord& record, const Registry* registry, const std::string& unit) {
    UnitShrink wide, narrow;
    if (registry && !unit.empty()) {
        wide = shrink_unit(*registry, unit, ShrinkPolicy::mjsu, ShrinkTarget::jisx0213);
        narrow = shrink_unit(*registry, unit, ShrinkPolicy::mjsu, ShrinkTarget::jisx0208);
    }
    const bool asked = registry && !unit.empty();
    record.push_back({to_x0213, asked ? shrink_records(wide) : AnswerValue()});
    record.push_back({to_x0208, asked ? shrink_records(narrow) : AnswerValue()});
    record.push_back({candidates, asked ? candidate_records(wide) : AnswerValue()});
}

/// The glyphs of the code point, for one that has several.
AnswerValue glyph_records(const Registry* registry, const CharacterUnit& unit) {
    if (!registry || unit.size == 0) return {};
    const auto found = mj_glyphs(*registry, MjKey::ucs, ucs_key(unit.base));
    if (found.size() < 2) return {};
    std::vector<AnswerRecord> records;
    for (const MjGlyph& one : found) {
        records.push_back({text_field(mj, one.mj), text_field(itself, unit_of(one)),
                           text_field(sequence, one.ivs), text_field(koseki, one.koseki),
                           text_field(juki, one.juki)});
    }
    return records;
}

/// "Hanyo-Denshi JA3652, Moji_Joho MJ025760" for each sequence of the base.
AnswerValue sequence_records(const Registry* registry, const CharacterUnit& unit) {
    std::vector<AnswerRecord> records;
    VariationSequence last;
    if (!registry || unit.size == 0) return {};
    for (const RegisteredSequence& one : registered_sequences(*registry, unit.base)) {
        if (unit.selector != 0 && one.sequence.selector != unit.selector) continue;
        const std::string name = one.collection_name + " " + one.name;
        if (one.sequence == last) {
            std::get<std::vector<std::string>>(records.back().back().value).push_back(name);
        } else {
            const std::string key = sequence_key(one.sequence.base, one.sequence.selector);
            records.push_back(
                {text_field(sequence_itself, key), {collections, std::vector<std::string>{name}}});
        }
        last = one.sequence;
    }
    return records.empty() ? AnswerValue() : AnswerValue(std::move(records));
}

/// What to write in the other collections for a sequence.
AnswerValue translation_records(const Registry* registry, const CharacterUnit& unit) {
    std::vector<AnswerRecord> records;
    if (!registry || unit.selector < 0xE0100) return {};
    for (const std::uint8_t to :
         {ivd_collection::moji_joho, ivd_collection::hanyo_denshi, ivd_collection::adobe_japan1}) {
        for (const SequenceTranslation& one : translate_sequence(*registry, {unit.base, unit.selector}, to)) {
            if (one.reason == SameGlyph::sequence) continue;
            const std::string key = sequence_key(one.to.sequence.base, one.to.sequence.selector);
            records.push_back({text_field(sequence_itself, key),
                               text_field(collection, one.to.collection_name + " " + one.to.name),
                               {shared_by, AnswerTerm{name_of(one.reason), title_of(one.reason)}}});
        }
    }
    return records.empty() ? AnswerValue() : AnswerValue(std::move(records));
}

}  // namespace

AnswerRecord character_record(const Registry* registry, const CharacterSubject& subject) {
    const CharacterUnit unit = unit_at(subject.unit, 0);
    const MjGlyph glyph = subject.glyph.value_or(MjGlyph());
    AnswerRecord record = {
        text_field(itself, subject.unit),
        text_field(codes, unit.size == 0 ? std::string() : code_points(unit)),
        text_field(mj, glyph.mj),
        text_field(gj_number, subject.added ? subject.added->number : std::string()),
        text_field(gj_base, subject.added ? subject.added->base : std::string()),
    };
    add_compiled_in(record, unit);
    add_numbers(record, glyph);
    add_shrinking(record, registry, subject.unit);
    record.push_back({glyphs, glyph_records(registry, unit)});
    record.push_back({sequences, sequence_records(registry, unit)});
    record.push_back({translations, translation_records(registry, unit)});
    auto list = character_remarks(registry, subject);
    record.push_back({remarks, list.empty() ? AnswerValue() : AnswerValue(std::move(list))});
    return record;
}

}  // namespace daicho
