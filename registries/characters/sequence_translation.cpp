#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "grammars/text/utf8.hpp"
#include "registries/characters/mj_glyph.hpp"
#include "registries/characters/variation.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

/// What tells a glyph: the same mark, the same glyph.
struct GlyphMark {
    SameGlyph reason;
    std::string text;

    auto operator<=>(const GlyphMark&) const = default;
};
using GlyphMarks = std::set<GlyphMark>;

/// The code points of a cell of Adobe's table: "0000845b,00008fbb"; those for vertical writing end in v.
bool lists(std::string_view cell, char32_t character) {
    while (!cell.empty()) {
        const auto end = std::min(cell.find(','), cell.size());
        const std::string code(cell.substr(0, end));
        char* rest = nullptr;
        if (std::strtoul(code.c_str(), &rest, 16) == character && *rest == 0) return true;
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return false;
}

/// The row and cell of JIS X 0208 ("1975") of a code in seven bits ("336b").
std::string position_of_code(const std::string& code) {
    if (code.size() != 4) return {};
    const unsigned long value = std::strtoul(code.c_str(), nullptr, 16);
    const std::string position = std::to_string(((value >> 8) - 0x20) * 100 + (value & 0xFF) - 0x20);
    return std::string(4 - std::min<std::size_t>(4, position.size()), '0') + position;
}

class MarkFinder {
 public:
    explicit MarkFinder(const Registry& registry) : registry_(registry) {}

    /// Marks of each selector of a base.
    std::map<VariationSequence, GlyphMarks> marks(std::span<const RegisteredSequence> sequences) {
        std::map<VariationSequence, GlyphMarks> all;
        for (const RegisteredSequence& one : sequences) mark_by_collection(one, all[one.sequence]);
        // The name of a sequence that is in Moji_Joho too is that of its glyph there, whatever number stands
        // in the other name.
        for (const RegisteredSequence& one : sequences) {
            GlyphMarks& marks = all[one.sequence];
            const bool in_mj = std::ranges::any_of(
                marks, [](const GlyphMark& mark) { return mark.reason == SameGlyph::mj; });
            if (one.collection == ivd_collection::hanyo_denshi && !in_mj) mark_by_number(one, marks);
        }
        return all;
    }

 private:
    void mark_by_collection(const RegisteredSequence& one, GlyphMarks& marks) {
        if (one.collection == ivd_collection::moji_joho) mark_mj(one, marks);
        if (one.collection == ivd_collection::adobe_japan1) mark_cid(one, marks);
        if (one.collection == ivd_collection::hanyo_denshi && one.name.starts_with("JA")) {
            marks.insert({SameGlyph::jis_1990, one.name.substr(2)});
        }
    }

    void mark_mj(const RegisteredSequence& one, GlyphMarks& marks) {
        marks.insert({SameGlyph::mj, one.name});
        for (const MjGlyph& glyph : mj_glyphs(registry_, MjKey::mj, one.name)) {
            for (const std::string* number : {&glyph.koseki, &glyph.toki}) {
                if (!number->empty()) marks.insert({SameGlyph::number, *number});
            }
            if (!glyph.juki.empty()) marks.insert({SameGlyph::number, glyph.juki});
            if (glyph.x0213_class == "0" && glyph.implemented == ucs_key(one.sequence.base)) {
                marks.insert({SameGlyph::jis_2004, glyph.x0213});
            }
        }
    }

    void mark_cid(const RegisteredSequence& one, GlyphMarks& marks) {
        if (!registry_.has("adobe_japan_cid") || !one.name.starts_with("CID+")) return;
        Statement& row = registry_.prepared("select h, x02132004Utf32 from adobe_japan_cid where cid = ?1");
        const std::string cid = one.name.substr(4);
        row.bind(0, std::string_view(cid));
        if (row.step()) {
            if (auto position = position_of_code(std::string(row.text(0))); !position.empty()) {
                marks.insert({SameGlyph::jis_1990, position});
            }
            if (lists(row.text(1), one.sequence.base)) {
                const auto glyphs = mj_glyphs(registry_, MjKey::implemented_ucs, ucs_key(one.sequence.base));
                if (!glyphs.empty()) marks.insert({SameGlyph::jis_2004, glyphs.front().x0213});
            }
        }
        row.reset();
    }

    /// KS: 戸籍, TK: 登記, JT: 住基.
    static void mark_by_number(const RegisteredSequence& one, GlyphMarks& marks) {
        const std::string_view kind = std::string_view(one.name).substr(0, 2);
        const std::string number = one.name.substr(2);
        if (kind == "KS" || kind == "TK") marks.insert({SameGlyph::number, number});
        if (kind == "JT") marks.insert({SameGlyph::number, "J+" + number});
    }

    const Registry& registry_;
};

/// The best mark that two have in common.
const GlyphMark* shared_mark(const GlyphMarks& a, const GlyphMarks& b) {
    const auto found = std::ranges::find_if(a, [&](const GlyphMark& mark) { return b.contains(mark); });
    return found == a.end() ? nullptr : &*found;
}

/// The glyphs that have a second sequence, under another base.
void add_second_sequences(const Registry& registry, std::vector<RegisteredSequence>& sequences) {
    std::vector<std::string> names;
    for (const RegisteredSequence& one : sequences) {
        if (one.collection == ivd_collection::moji_joho) names.push_back(one.name);
    }
    for (const std::string& name : names) {
        for (const MjGlyph& glyph : mj_glyphs(registry, MjKey::mj, name)) {
            for (const std::string* key : {&glyph.ivs, &glyph.second_ivs}) {
                const CodePoint base = code_point_at(text_of_key(*key), 0);
                if (base.size == 0 || base.value == sequences.front().sequence.base) continue;
                for (RegisteredSequence& other : registered_sequences(registry, base.value)) {
                    if (other.name == name) sequences.push_back(std::move(other));
                }
            }
        }
    }
}

}  // namespace

std::vector<SequenceTranslation> translate_sequence(const Registry& registry, VariationSequence sequence,
                                                    std::uint8_t collection) {
    std::vector<SequenceTranslation> found;
    auto sequences = registered_sequences(registry, sequence.base);
    if (sequences.empty()) return found;
    add_second_sequences(registry, sequences);
    const auto all = MarkFinder(registry).marks(sequences);
    const auto own = all.find(sequence);
    if (own == all.end()) return found;
    for (RegisteredSequence& one : sequences) {
        if (one.collection != collection) continue;
        if (one.sequence == sequence) {
            found.push_back({one, SameGlyph::sequence, sequence_key(sequence.base, sequence.selector)});
        } else if (const GlyphMark* mark = shared_mark(own->second, all.at(one.sequence))) {
            found.push_back({one, mark->reason, mark->text});
        }
    }
    std::ranges::stable_sort(found, {}, &SequenceTranslation::reason);
    return found;
}

}  // namespace daicho
