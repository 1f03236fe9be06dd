#include "grammars/characters/judges.hpp"
#include "grammars/characters/rule_ids.hpp"

// Characters that are right or wrong by what stands beside them.
namespace daicho {

namespace {

bool is_question_mark(char32_t c) {
    return c == '?' || c == 0xFF1F;
}

std::size_t run_of_question_marks(const UnitPlace& place) {
    std::size_t end = place.end();
    while (end < place.text.size() && place.text[end] == '?') ++end;
    return end - place.at;
}

/// ?橋 and 東京??区 have lost a character; どうですか?? and q?a=1 have not.
bool is_loss(const UnitPlace& place, std::size_t run, bool strict) {
    const char32_t next = code_point_at(place.text, place.at + run).value;
    const bool ahead = is_japanese(properties_of(next));
    const CharacterProperties before = properties_of(place.previous);
    const bool behind = place.previous != 0 && is_japanese(before);
    if (strict) return ahead || behind;
    const bool sentence = behind && (before & character::ideograph) == 0;
    return run > 1 && ahead && !sentence;
}

/// The marks that are no hyphen in any text: those that stand for one by mistake.
bool is_never_a_dash(char32_t c) {
    return c == 0x30FC || c == 0xFF70 || c == 0x2500 || c == 0x2501 || c == 0x2043;
}

bool is_dash_of_text(char32_t mark, char32_t next) {
    const bool both_wide = next >= 0xFF10 && mark == 0xFF0D;
    return both_wide;
}

}  // namespace

std::size_t judge_stand_in(const UnitPlace& place, CharacterProblems& out) {
    const char32_t c = place.unit.base;
    const bool strict = out.profile().strict_marks;
    if (c == '?' || (strict && c == 0xFF1F)) {
        if (is_question_mark(place.previous)) return 0;  // its run has been looked at
        const std::size_t run = c == '?' ? run_of_question_marks(place) : place.unit.size;
        if (!is_loss(place, run, strict)) return 0;
        out.add(rules::stand_in, place.at, run);
        return run;
    }
    if ((place.properties & character::placeholder) == 0) return 0;
    constexpr char32_t geta = 0x3013;
    if (!strict && c != geta) return 0;
    out.add(rules::stand_in, place.at, place.unit.size);
    return place.unit.size;
}

std::size_t judge_mark_between_digits(const UnitPlace& place, CharacterProblems& out) {
    const char32_t mark = place.unit.base;
    if ((place.properties & character::hyphen_like) == 0) return 0;
    if (!is_decimal_digit(place.previous) || !is_decimal_digit(place.next)) return 0;
    const bool strict = out.profile().strict_marks;
    if (!is_never_a_dash(mark) && (!strict || is_dash_of_text(mark, place.next))) return 0;
    const bool wide = place.previous >= 0xFF10 && place.next >= 0xFF10;
    out.add(rules::mark_between_digits, place.at, place.unit.size, RepairKind::guess, wide ? "－" : "-");
    return place.unit.size;
}

}  // namespace daicho
