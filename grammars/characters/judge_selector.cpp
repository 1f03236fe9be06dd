#include "grammars/characters/judges.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/text/standardized_variant.hpp"

// Variation selectors: orphans, stacks, and what a sequence asks for.
namespace daicho {

namespace {

constexpr char32_t emoji_style = 0xFE0F;
constexpr char32_t text_style = 0xFE0E;

/// What FE0E and FE0F, which choose between text and picture, may follow: symbols, digits of keycaps.
bool may_have_style(const UnitPlace& place) {
    const char32_t c = place.unit.base;
    const bool keycap = (c >= '0' && c <= '9') || c == '#' || c == '*';
    return keycap || (c >= 0xA0 && !is_japanese(place.properties));
}

bool is_mongolian(char32_t c) {
    return c >= 0x1800 && c <= 0x18AF;
}

std::size_t size_of(char32_t selector) {
    return selector >= 0x10000 ? 4 : 3;
}

std::size_t without_selector(const UnitPlace& place) {
    std::size_t size = code_point_at(place.text, place.at).size;
    if (place.unit.mark != 0) size += code_point_at(place.text, place.at + size).size;
    return size;
}

void judge_ideographic(const UnitPlace& place, CharacterProblems& out) {
    const CharacterUnit& unit = place.unit;
    const std::string base(place.text.substr(place.at, without_selector(place)));
    const CharacterAuthority* authority = out.options().authority;
    const VariationFacts facts =
        authority ? authority->variation(unit.base, unit.selector) : VariationFacts{};
    if (facts.loaded && !facts.registered()) {
        out.add(rules::unknown_variation, place.at, unit.size, RepairKind::guess, base);
        return;
    }
    // That the shape is the same without it is no comfort where a set was named that cannot write it.
    const bool redundant = facts.loaded && facts.redundant;
    CharacterProblem* problem = redundant && !out.options().named ? nullptr : tell_lacking(place, out);
    if (problem) {
        problem->candidates = {base};
        if (redundant) problem->repair = RepairKind::normal_form;
        if (redundant) problem->replacement = base;
    } else if (redundant) {
        out.add(rules::redundant_selector, place.at, unit.size, RepairKind::normal_form, base);
    }
}

void judge_standardized(const UnitPlace& place, CharacterProblems& out) {
    const char32_t ideograph = compatibility_ideograph(place.unit.base, place.unit.selector);
    if (ideograph == 0) {
        const std::string base(place.text.substr(place.at, without_selector(place)));
        out.add(rules::unknown_variation, place.at, place.unit.size, RepairKind::guess, base);
        return;
    }
    // The sequence is the lossless spelling of a compatibility ideograph: it is in a set where that is,
    // unless the set is that of an encoding, which cannot write it.
    CharacterProblem* problem = nullptr;
    for (const Repertoire* set : out.options().repertoires) {
        if (!set->encoding && (properties_of(ideograph) & set->bit) != 0) continue;
        if (!problem) problem = out.add(rules::outside_repertoire, place.at, place.unit.size);
        if (problem) problem->lacking.emplace_back(short_title(*set));
    }
    if (problem) problem->candidates = {std::string(place.text.substr(place.at, without_selector(place)))};
}

}  // namespace

std::size_t judge_selector(const UnitPlace& place, CharacterProblems& out) {
    const CharacterUnit& unit = place.unit;
    if (is_variation_selector(unit.base)) {  // an orphan
        out.add(rules::stray_selector, place.at, unit.size, RepairKind::normal_form, {});
        return unit.size;
    }
    if (unit.selector == 0) return 0;
    const std::size_t plain = without_selector(place);
    const std::size_t first = plain + size_of(unit.selector);
    const bool is_style = unit.selector == emoji_style || unit.selector == text_style;
    const bool can_vary = (place.properties & character::ideograph) != 0 && !is_style;
    const bool kept = can_vary || (is_style && may_have_style(place)) ||
                      (is_mongolian(unit.base) && is_mongolian(unit.selector)) ||
                      (!is_ideographic_selector(unit.selector) && !is_style &&
                       !is_japanese(place.properties) && unit.base >= 0xA0);
    if (!kept || unit.selectors > 1) {
        const std::size_t good = kept ? first : plain;
        out.add(rules::stray_selector, place.at, unit.size, RepairKind::normal_form,
                std::string(place.text.substr(place.at, good)));
        return unit.size;
    }
    if (!can_vary) {
        // The symbol itself is judged by others, which look at its base.
        return 0;
    }
    if (is_ideographic_selector(unit.selector)) {
        judge_ideographic(place, out);
    } else {
        judge_standardized(place, out);
    }
    return unit.size;
}

}  // namespace daicho
