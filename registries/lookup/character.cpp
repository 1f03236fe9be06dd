#include <algorithm>

#include "grammars/text/repertoire.hpp"
#include "registries/characters/character_key.hpp"
#include "registries/lookup/character_record.hpp"
#include "registries/lookup/lookup.hpp"
#include "registries/sources/glyph_number.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

// In the order of CharacterKeyKind.
constexpr AnswerTerm reasons[] = {
    {"character", {"文字", "character"}},
    {"code", {"符号", "code"}},
    {"mj", {"文字図形名", "name of the glyph"}},
    {"koseki", {"戸籍統一文字番号", "koseki number"}},
    {"juki", {"住基ネット統一文字コード", "juki code"}},
    {"toki", {"登記統一文字番号", "toki number"}},
    {"nyukan", {"入管コード", "nyukan code"}},
    {"jis", {"JISの面区点", "JIS position"}},
    {"jis_x0212", {"JIS X 0212の区点", "position of JIS X 0212"}},
    {"daikanwa", {"大漢和辞典の番号", "number in the Daikanwa"}},
};
constexpr AnswerTerm subsumed{"subsumed", {"この面区点に包摂される", "subsumed at this position"}};

/// The column of MJ that a key is of; for the kinds that are not read from the text alone.
MjKey column_of(CharacterKeyKind kind) {
    switch (kind) {
        case CharacterKeyKind::koseki:
            return MjKey::koseki;
        case CharacterKeyKind::juki:
            return MjKey::juki;
        case CharacterKeyKind::toki:
            return MjKey::toki;
        case CharacterKeyKind::nyukan:
            return MjKey::nyukan;
        case CharacterKeyKind::jis:
            return MjKey::x0213;
        case CharacterKeyKind::jis_x0212:
            return MjKey::x0212;
        case CharacterKeyKind::daikanwa:
            return MjKey::daikanwa;
        case CharacterKeyKind::character:
        case CharacterKeyKind::code:
        case CharacterKeyKind::glyph:
            break;
    }
    return MjKey::mj;
}

class CharacterQuestion {
 public:
    CharacterQuestion(const Registry* registry, LookupAnswer& answer)
        : registry_(registry), answer_(answer) {}

    void ask(const CharacterKey& key) {
        const AnswerTerm& reason = reasons[static_cast<unsigned>(key.kind)];
        if (registry_ && asks_of_added(key)) gj_ = GjCharacters(*registry_);
        if (key.kind == CharacterKeyKind::character || key.kind == CharacterKeyKind::code) {
            add_unit(key.value, reason, 0);
            return;
        }
        if (key.kind == CharacterKeyKind::jis) add_position(key.value, reason);
        const bool at_position = !answer_.matches.empty();
        if (!registry_) return;
        for (const MjGlyph& glyph : mj_glyphs(*registry_, column_of(key.kind), key.value)) {
            if (at_position && unit_of(glyph) == unit_) continue;
            add({unit_of(glyph), glyph, nullptr}, at_position ? subsumed : reason, at_position ? 1 : 0);
        }
        if (key.kind == CharacterKeyKind::glyph && answer_.matches.empty())
            add_other_glyph(key.value, reason);
    }

 private:
    /// What MJ+ adds is loaded for those who ask for it only.
    static bool asks_of_added(const CharacterKey& key) {
        if (key.kind == CharacterKeyKind::glyph) return series_of(key.value) != GlyphSeries::mj;
        const bool is_text = key.kind == CharacterKeyKind::character || key.kind == CharacterKeyKind::code;
        return is_text && (properties_of(code_point_at(key.value, 0).value) & character::private_use) != 0;
    }

    void add(const CharacterSubject& subject, const AnswerTerm& reason, unsigned rank) {
        answer_.matches.push_back({character_record(registry_, subject), reason, rank});
    }
    void add_unit(const std::string& unit, const AnswerTerm& reason, unsigned rank) {
        add({unit, registry_ ? mj_glyph_of(*registry_, unit) : std::nullopt, gj_.of(unit)}, reason, rank);
    }

    /// What is compiled in knows what stands there; MJ knows what else is written with it.
    void add_position(const std::string& text, const AnswerTerm& reason) {
        const auto position = read_jis_position(text);
        const auto found = position ? jis_character_at(*position) : std::nullopt;
        if (!found) return;
        append_utf8(unit_, found->character);
        if (found->mark != 0) append_utf8(unit_, found->mark);
        add_unit(unit_, reason, 0);
    }

    void add_other_glyph(const std::string& number, const AnswerTerm& reason) {
        if (series_of(number) == GlyphSeries::mj) {
            add_hentaigana(number, reason);
        } else if (const GjCharacter* found = gj_.find(number)) {
            add({std::string(found->unit()), {}, found}, reason, 0);
        } else if (gj_.empty()) {
            answer_.covered = false;
            answer_.note_ja =
                "行政事務標準文字が台帳にありません。フォントか一覧表を daicho build に渡してください。";
            answer_.note_en = "there is no MJ+ in the registry; give daicho build a font or table of it";
        }
    }

    void add_hentaigana(const std::string& number, const AnswerTerm& reason) {
        if (!registry_->has("mj_hentaigana")) return;
        Statement& rows =
            registry_->prepared("select ucs, koseki, coalesce(remark, '') from mj_hentaigana where mj = ?1");
        rows.bind(0, std::string_view(number));
        if (rows.step()) {
            MjGlyph glyph;
            glyph.mj = number;
            glyph.koseki = rows.text(1);
            glyph.remark = rows.text(2);
            add({text_of_key(rows.text(0)), glyph, nullptr}, reason, 0);
        }
        rows.reset();
    }

    const Registry* registry_;
    LookupAnswer& answer_;
    GjCharacters gj_;
    std::string unit_;  ///< that of the position
};

}  // namespace

LookupAnswer look_up_character(std::string_view query, const LookupContext& context) {
    LookupAnswer answer;
    answer.covered = context.registry && context.registry->has("mj_character");
    const auto key = read_character_key(query);
    if (!key) {
        answer.note_ja =
            "1文字か、U+9AD9、8FBB_E0102、MJ028902、J+8FBB、437660（戸籍）、1-36-"
            "52（面区点）のように書いてください。";
        answer.note_en =
            "write one character, or U+9AD9, 8FBB_E0102, MJ028902, J+8FBB, 437660 (koseki), 1-36-52 (JIS)";
        return answer;
    }
    if (!answer.covered) {
        answer.note_ja =
            "MJ文字情報一覧表のある台帳がないので、組み込みの表だけで答えています（daicho build "
            "で作れます）。";
        answer.note_en =
            "there is no registry with the MJ characters: answered from what is compiled in (daicho "
            "build makes one)";
    }
    CharacterQuestion(context.registry, answer).ask(*key);
    return answer;
}

}  // namespace daicho
