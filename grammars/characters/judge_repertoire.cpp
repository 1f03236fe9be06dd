#include <algorithm>

#include "grammars/characters/judges.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/text/wide.hpp"
#include "grammars/values/rule_ids.hpp"

// Whether a unit is in the sets that were asked for, and written with the letters that a field is written
// with.
namespace daicho {

namespace {

using namespace character;

/// Sets of ideographs say nothing of what is none.
bool is_for_ideographs(LoadedSet set) {
    return set == LoadedSet::mj || set == LoadedSet::mj_plus;
}

std::string narrow_ascii(char32_t wide_character) {
    return {static_cast<char>(wide_character - 0xFF01 + '!')};
}

bool is_letter_or_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// What may stand in a reading: katakana, a middle dot, spaces.
bool is_of_reading(const UnitPlace& place) {
    const char32_t c = place.unit.base;
    return (place.properties & katakana_letter) != 0 || c == 0x30FB || c == ' ' || c == 0x3000;
}

std::size_t judge_half_letters(const UnitPlace& place, CharacterProblems& out) {
    if ((place.properties & wide_ascii) == 0) return 0;
    out.add(rules::other_width, place.at, place.unit.size, RepairKind::normal_form,
            narrow_ascii(place.unit.base));
    return place.unit.size;
}

std::size_t judge_wide_letters(const UnitPlace& place, CharacterProblems& out) {
    if (!is_letter_or_digit(place.unit.base)) return 0;
    out.add(rules::other_width, place.at, place.unit.size, RepairKind::normal_form,
            wide(place.text.substr(place.at, place.unit.size)));
    return place.unit.size;
}

}  // namespace

std::string_view short_title(const Repertoire& set) {
    return set.en.substr(0, set.en.find(" ("));
}

std::vector<std::string> substitutes(std::string_view unit, const CharacterCheckOptions& options) {
    std::vector<std::string> texts;
    if (!options.authority) return texts;
    const bool narrow =
        std::ranges::any_of(options.repertoires, [](const Repertoire* set) { return set->bit == jis_x0208; });
    const UnitShrink shrunk =
        options.authority->shrink(unit, narrow ? ShrinkPolicy::identity_first : ShrinkPolicy::mjsu,
                                  narrow ? ShrinkTarget::jisx0208 : ShrinkTarget::jisx0213);
    const auto add = [&](const std::string& text) {
        const bool known = text.empty() || text == unit || std::ranges::find(texts, text) != texts.end();
        if (!known && texts.size() < 4) texts.push_back(text);
    };
    add(shrunk.text);
    for (const ShrinkCandidate& candidate : shrunk.candidates) {
        if (candidate.chosen && !candidate.different) add(candidate.text);
    }
    if (!texts.empty()) return texts;
    for (const ShrinkCandidate& candidate : shrunk.candidates) {
        if (!candidate.different) add(candidate.text);
    }
    return texts;
}

CharacterProblem* tell_lacking(const UnitPlace& place, CharacterProblems& out) {
    const std::string_view unit = place.text.substr(place.at, place.unit.size);
    CharacterProblem* problem = nullptr;
    bool asked = true;
    const auto lacks = [&](std::string_view set) {
        if (!problem && asked) problem = out.add(rules::outside_repertoire, place.at, place.unit.size);
        asked = problem != nullptr;
        if (problem) problem->lacking.emplace_back(set);
    };
    for (const Repertoire* set : out.options().repertoires) {
        if (is_ideographic_selector(place.unit.selector) || !has_unit(*set, place.unit))
            lacks(short_title(*set));
    }
    for (const LoadedSet set : out.options().loaded) {
        if (is_for_ideographs(set) && (place.properties & ideograph) == 0) continue;
        if (out.options().authority->holds(set, unit) == Membership::absent) lacks(title_of(set).en);
    }
    return problem;
}

std::size_t judge_repertoire(const UnitPlace& place, CharacterProblems& out) {
    if (place.unit.base < 0x80) return 0;  // every set is used beside ASCII
    CharacterProblem* problem = tell_lacking(place, out);
    if (!problem) return 0;
    problem->candidates = substitutes(place.text.substr(place.at, place.unit.size), out.options());
    return place.unit.size;
}

std::size_t judge_machine_dependent(const UnitPlace& place, CharacterProblems& out) {
    const bool symbol = (place.properties & machine_dependent) != 0 && (place.properties & ideograph) == 0;
    if (!symbol) return 0;
    if (CharacterProblem* problem = out.add(rules::machine_dependent, place.at, place.unit.size);
        problem && out.options().authority) {
        const std::string_view unit = place.text.substr(place.at, place.unit.size);
        const UnitShrink plain =
            out.options().authority->shrink(unit, ShrinkPolicy::nta, ShrinkTarget::jisx0208);
        if (plain.verdict == ShrinkVerdict::unique) problem->candidates = {plain.text};
    }
    return place.unit.size;
}

std::size_t judge_letters(const UnitPlace& place, CharacterProblems& out) {
    switch (out.profile().letters) {
        case FieldLetters::any:
            return 0;
        case FieldLetters::half:
            return judge_half_letters(place, out);
        case FieldLetters::wide:
            return judge_wide_letters(place, out);
        case FieldLetters::katakana:
            break;
    }
    if (is_of_reading(place)) return 0;
    out.add(rules::wrong_script, place.at, place.unit.size);
    return place.unit.size;
}

}  // namespace daicho
