#include "grammars/text/character.hpp"
#include "grammars/text/generator/tables.hpp"

namespace generator {

namespace {

using daicho::CharacterKind;
using daicho::CharacterProperties;
using daicho::JisLevel;
namespace character = daicho::character;

using Words = std::vector<CharacterProperties>;
using Kinds = std::vector<CharacterKind>;

struct NamedBit {
    std::string_view name;
    CharacterProperties bit = 0;
};

struct NamedKind {
    std::string_view name;
    CharacterKind kind{};
};

void add(Words& words, const std::vector<CodeRange>& ranges, CharacterProperties bits) {
    for (const CodeRange range : ranges) {
        for (char32_t c = range.first; c <= range.last; ++c) words[c] |= bits;
    }
}

void set(Kinds& kinds, const std::vector<CodeRange>& ranges, CharacterKind kind) {
    for (const CodeRange range : ranges) {
        for (char32_t c = range.first; c <= range.last; ++c) kinds[c] = kind;
    }
}

void add_sets(const Sources& sources, Words& words) {
    const NamedBit sets[] = {{"joyo.txt", character::joyo},
                             {"jinmei.txt", character::jinmei},
                             {"etax.txt", character::etax},
                             {"eltax.txt", character::eltax}};
    for (const auto& [name, bit] : sets) add(words, sources.set(name), bit);
    add(words, {{0x20, 0x7E}}, character::cp932 | character::jis_x0201);
    add(words, {{0xA5, 0xA5}, {0x203E, 0x203E}, {0xFF61, 0xFF9F}}, character::jis_x0201);
    words[U'\\'] &= ~character::jis_x0201;  // its place has the yen sign,
    words[U'~'] &= ~character::jis_x0201;   // and this one the overline
    for (const char32_t c : sources.code_page()) words[c] |= character::cp932;
}

JisLevel level_of(const JisRow& row) {
    const std::size_t jis_row = row.place / 94 % 94 + 1;
    const bool second_plane = row.place >= 94 * 94;
    if (second_plane) return JisLevel::level_4;
    if (row.year >= 2000) return jis_row >= 14 ? JisLevel::level_3 : JisLevel::x0213_symbol;
    if (jis_row < 16) return JisLevel::x0208_symbol;
    return jis_row < 48 ? JisLevel::level_1 : JisLevel::level_2;
}

void add_jis(char32_t c, const JisRow& row, Words& words) {
    words[c] |= character::jis_x0213 | (row.year < 2000 ? character::jis_x0208 : 0);
    if ((words[c] & character::jis_level_mask) == 0) {
        words[c] |= static_cast<CharacterProperties>(level_of(row)) << character::jis_level_shift;
    }
}

void add_jis(const std::vector<JisRow>& jis, Words& words) {
    // What is in JIS X 0208 first: U+2225 is the double line of 1-01-34 in files of Windows, and 1-02-52
    // besides.
    for (const bool older : {true, false}) {
        for (const JisRow& row : jis) {
            if ((row.year < 2000) != older) continue;
            if (row.mark == 0) add_jis(row.character, row, words);
            if (row.other != 0) add_jis(row.other, row, words);
        }
    }
}

void add_classes(const Sources& sources, Words& words) {
    const NamedBit classes[] = {
        {"hyphen_like", character::hyphen_like}, {"pair_member", character::pair_member},
        {"voicing", character::voicing},         {"look_alike", character::look_alike},
        {"kana_twin", character::kana_twin},     {"machine_dependent", character::machine_dependent},
        {"placeholder", character::placeholder}};
    const auto all = sources.classes();
    for (const auto& [name, bit] : classes) {
        const auto found = all.find(name);
        if (found == all.end()) fail("character_classes.tsv lacks " + std::string(name));
        add(words, found->second, bit);
    }
    for (const char32_t c : sources.code_page()) {
        const bool of_jis = (words[c] & (character::jis_x0208 | character::jis_x0201)) != 0;
        if (!of_jis) words[c] |= character::machine_dependent;
    }
}

void add_scripts(const Sources& sources, const Kinds& kinds, Words& words) {
    add(words, {{0xFF01, 0xFF5E}}, character::wide_ascii);
    add(words, {{0xFF61, 0xFF9F}}, character::half_width_kana);
    add(words, {{0x3041, 0x3096}, {0x309D, 0x309F}}, character::hiragana_letter);
    add(words, {{0x30A1, 0x30FA}, {0x30FC, 0x30FF}, {0x31F0, 0x31FF}}, character::katakana_letter);
    add(words, sources.property("PropList.txt", "Unified_Ideograph"), character::ideograph);
    for (const CodeRange block : {CodeRange{0xF900, 0xFAFF}, CodeRange{0x2F800, 0x2FA1F}}) {
        for (char32_t c = block.first; c <= block.last; ++c) {
            if (kinds[c] != CharacterKind::unassigned) words[c] |= character::ideograph;
        }
    }
}

void add_normalization(const Sources& sources, const std::vector<UnicodeRow>& unicode, Words& words) {
    for_each_line(sources.unicode_file("DerivedNormalizationProps.txt"), '#', [&](std::string_view line) {
        const Fields fields = split(line, ';');
        if (fields.size() < 3 || fields[1] != "NFC_QC") return;
        add(words, {read_range(fields[0])}, fields[2] == "N" ? character::nfc_no : character::nfc_maybe);
    });
    for (char32_t c = 0; c < unicode.size(); ++c) {
        if (unicode[c].combining_class != 0) words[c] |= character::nfc_maybe;
    }
}

CharacterKind kind_of(const UnicodeRow& row) {
    const std::string& category = row.category;
    if (category.empty()) return CharacterKind::unassigned;
    if (category == "Cc") return CharacterKind::control;
    if (category == "Cs") return CharacterKind::surrogate;
    if (category == "Co") return CharacterKind::private_use;
    if (category == "Cf") return CharacterKind::other_format;
    if (category == "Zs") return CharacterKind::odd_space;
    return CharacterKind::graphic;
}

Kinds kinds_of(const Sources& sources, const std::vector<UnicodeRow>& unicode) {
    Kinds kinds;
    for (const UnicodeRow& row : unicode) kinds.push_back(kind_of(row));
    kinds[U' '] = kinds[U'\u3000'] = CharacterKind::graphic;
    set(kinds, sources.property("PropList.txt", "Prepended_Concatenation_Mark"), CharacterKind::graphic);
    set(kinds, sources.property("PropList.txt", "Noncharacter_Code_Point"), CharacterKind::noncharacter);
    set(kinds, sources.property("PropList.txt", "Bidi_Control"), CharacterKind::bidi_control);
    set(kinds, sources.property("PropList.txt", "Variation_Selector"), CharacterKind::variation_selector);
    const NamedKind named[] = {{"kind:zero_width", CharacterKind::zero_width},
                               {"kind:soft_hyphen", CharacterKind::soft_hyphen},
                               {"kind:line_separator", CharacterKind::line_separator},
                               {"kind:tag", CharacterKind::tag},
                               {"kind:filler", CharacterKind::filler}};
    const auto classes = sources.classes();
    for (const auto& [name, kind] : named) set(kinds, classes.at(std::string(name)), kind);
    return kinds;
}

CharacterProperties bit_of(CharacterKind kind) {
    switch (kind) {
        case CharacterKind::graphic:
            return 0;
        case CharacterKind::control:
            return character::control;
        case CharacterKind::noncharacter:
        case CharacterKind::surrogate:
        case CharacterKind::unassigned:
            return character::unassigned;
        case CharacterKind::private_use:
            return character::private_use;
        case CharacterKind::odd_space:
            return character::odd_space;
        case CharacterKind::variation_selector:
            return character::selector;
        default:
            return character::invisible;
    }
}

void write_kinds(const Kinds& kinds, Writer& writer) {
    std::vector<std::string> ranges;
    for (char32_t c = 0; c < kinds.size();) {
        const char32_t first = c;
        while (c < kinds.size() && kinds[c] == kinds[first]) ++c;
        if (kinds[first] == CharacterKind::graphic) continue;
        ranges.push_back("{" + hex(first) + "," + hex(c - 1) + "," +
                         std::to_string(static_cast<int>(kinds[first])) + "}");
    }
    writer.span("KindRange", "kind_ranges", ranges);
}

}  // namespace

void write_properties(const Sources& sources, const std::vector<UnicodeRow>& unicode,
                      const std::vector<JisRow>& jis, Writer& writer) {
    const Kinds kinds = kinds_of(sources, unicode);
    Words words(unicode.size());
    for (char32_t c = 0; c < unicode.size(); ++c) {
        words[c] |= bit_of(kinds[c]);
        const bool mark = unicode[c].category.starts_with('M');
        if (mark && kinds[c] != CharacterKind::variation_selector) words[c] |= character::combining;
    }
    add_sets(sources, words);
    add_jis(jis, words);
    add_classes(sources, words);
    add_scripts(sources, kinds, words);
    add_normalization(sources, unicode, words);
    writer.table("property", "std::uint32_t", words);
    write_kinds(kinds, writer);
}

}  // namespace generator
