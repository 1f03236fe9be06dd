#include "registries/characters/mj_glyph.hpp"

#include <charconv>
#include <cstdio>

#include "grammars/text/code_point_name.hpp"
#include "grammars/text/unit.hpp"
#include "registries/store/registry.hpp"

namespace daicho {

namespace {

constexpr std::string MjGlyph::*columns[] = {
    &MjGlyph::mj,
    &MjGlyph::character,
    &MjGlyph::ucs,
    &MjGlyph::implemented,
    &MjGlyph::ivs,
    &MjGlyph::second_ivs,
    &MjGlyph::svs,
    &MjGlyph::koseki,
    &MjGlyph::juki,
    &MjGlyph::nyukan_proper,
    &MjGlyph::nyukan_gaiji,
    &MjGlyph::toki,
    &MjGlyph::policy,
    &MjGlyph::compatibility,
    &MjGlyph::x0213,
    &MjGlyph::x0213_class,
    &MjGlyph::x0213_unification,
    &MjGlyph::x0212,
    &MjGlyph::strokes,
    &MjGlyph::daikanwa,
    &MjGlyph::readings,
    &MjGlyph::remark,
};

#define SELECT_MJ                                                                                     \
    "select mj, character, ucs, implementedUcs, ivs, duplicatedIvs, svs, koseki, juki, nyukanProper," \
    " nyukanGaiji, toki, policy, compatibility, x0213, x0213Class, x0213Unification, x0212, strokes," \
    " daikanwa, readings, remark from mj_character where "

// In the order of MjKey.
constexpr std::string_view questions[] = {
    SELECT_MJ "mj = ?1",
    SELECT_MJ "implementedUcs = ?1 order by mj",
    SELECT_MJ "ucs = ?1 order by mj",
    SELECT_MJ "ivs = ?1 order by mj",
    SELECT_MJ "svs = ?1 order by mj",
    SELECT_MJ "koseki = ?1 order by mj",
    SELECT_MJ "juki = ?1 order by mj",
    SELECT_MJ "toki = ?1 order by mj",
    SELECT_MJ "nyukanProper = ?1 or nyukanGaiji = ?1 order by mj",
    SELECT_MJ "x0213 = ?1 order by mj",
    SELECT_MJ "x0212 = ?1 order by mj",
    SELECT_MJ "daikanwa = ?1 order by mj",
};
constexpr std::string_view second_sequences = SELECT_MJ "duplicatedIvs = ?1 order by mj";

#undef SELECT_MJ

std::vector<MjGlyph> ask(const Registry& registry, std::string_view question, std::string_view value) {
    std::vector<MjGlyph> glyphs;
    Statement& rows = registry.prepared(question);
    rows.bind(0, value);
    while (rows.step()) {
        MjGlyph& glyph = glyphs.emplace_back();
        for (std::size_t i = 0; i < std::size(columns); ++i) {
            glyph.*columns[i] = rows.text(static_cast<int>(i));
        }
    }
    rows.reset();
    return glyphs;
}

std::optional<MjGlyph> only(std::vector<MjGlyph> glyphs) {
    if (glyphs.empty()) return {};
    return std::move(glyphs.front());
}

char32_t scalar_value(std::string_view digits) {
    unsigned value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
    const bool scalar = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return whole && scalar && digits.size() <= 6 ? value : 0;
}

}  // namespace

std::vector<MjGlyph> mj_glyphs(const Registry& registry, MjKey key, std::string_view value) {
    if (!registry.has("mj_character") || value.empty()) return {};
    auto glyphs = ask(registry, questions[static_cast<unsigned>(key)], value);
    // A full scan, so only where nothing else was found.
    if (key == MjKey::ivs && glyphs.empty()) glyphs = ask(registry, second_sequences, value);
    return glyphs;
}

std::optional<MjGlyph> mj_glyph_of(const Registry& registry, std::string_view text) {
    const CharacterUnit unit = unit_at(text, 0);
    if (unit.size != text.size() || unit.mark != 0 || unit.selectors > 1) return {};
    if (unit.selector == 0) return only(mj_glyphs(registry, MjKey::implemented_ucs, ucs_key(unit.base)));
    const std::string sequence = sequence_key(unit.base, unit.selector);
    return only(mj_glyphs(registry, unit.selector < 0xE0100 ? MjKey::svs : MjKey::ivs, sequence));
}

std::string ucs_key(char32_t character) {
    return "U+" + code_point_digits(character);
}

std::string sequence_key(char32_t base, char32_t selector) {
    return code_point_digits(base) + "_" + code_point_digits(selector);
}

std::string text_of_key(std::string_view key) {
    for (const std::string_view prefix : {"U+", "0x"}) {
        if (key.starts_with(prefix)) key.remove_prefix(prefix.size());
    }
    const auto line = key.find('_');
    const char32_t base = scalar_value(key.substr(0, line));
    std::string text;
    if (base == 0) return text;
    append_utf8(text, base);
    if (line == key.npos) return text;
    const char32_t selector = scalar_value(key.substr(line + 1));
    if (selector == 0) return {};
    append_utf8(text, selector);
    return text;
}

std::string unit_of(const MjGlyph& glyph) {
    return text_of_key(glyph.implemented.empty() ? glyph.ivs : glyph.implemented);
}

bool is_misleading(const MjGlyph& glyph) {
    if (!glyph.juki.starts_with("J+")) return false;
    const std::string_view code = std::string_view(glyph.juki).substr(2);
    // Codes from A000 to DFFF are those that the network gave to characters of its own.
    return (code.front() < 'A' || code.front() > 'D') && "U+" + std::string(code) != glyph.implemented;
}

std::optional<MjGlyph> glyph_of_namesake(const Registry& registry, const MjGlyph& glyph) {
    if (!is_misleading(glyph)) return {};
    return only(mj_glyphs(registry, MjKey::implemented_ucs, "U+" + glyph.juki.substr(2)));
}

}  // namespace daicho
