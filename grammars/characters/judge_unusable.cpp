#include "grammars/characters/judges.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/values/rule_ids.hpp"

// Code points that are no character, nobody's character, or a character that nobody sees.
namespace daicho {

namespace {

constexpr char32_t object_replacement = 0xFFFC;
constexpr char32_t replacement = 0xFFFD;
constexpr char32_t zero_width_non_joiner = 0x200C;
constexpr char32_t zero_width_joiner = 0x200D;

bool is_between(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

/// Scripts that are written with joiners and breaks of no width: Arabic to Georgian, Thai, Khmer, Mongolian.
bool needs_joiners(char32_t c) {
    return is_between(c, 0x0600, 0x10FF) || is_between(c, 0x1780, 0x18AF);
}

bool is_picture(char32_t c) {
    return is_between(c, 0x1F000, 0x1FAFF) || is_between(c, 0x2190, 0x2BFF) || c == 0xFE0F || c == 0x200D;
}

/// A letter of a script that is written so: no mark, digit or control of it.
bool is_written_leftwards(char32_t c) {
    const bool other = is_between(c, 0x0590, 0x05CF) || is_between(c, 0x0600, 0x061F) ||
                       is_between(c, 0x064B, 0x066D) || is_between(c, 0x06D6, 0x06E4) ||
                       is_between(c, 0x06E7, 0x06ED) || is_between(c, 0x06F0, 0x06F9);
    if (other) return false;
    return is_between(c, 0x0590, 0x08FF) || is_between(c, 0xFB1D, 0xFDFF) || is_between(c, 0xFE70, 0xFEFC) ||
           is_between(c, 0x10800, 0x10FFF) || is_between(c, 0x1E800, 0x1EFFF);
}

bool is_leftward(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        if (is_written_leftwards(c.value)) return true;
        at += c.size;
    }
    return false;
}

bool has_leftward_text(std::string_view text, CharacterProblems::TextFacts& facts) {
    if (!facts.leftward) facts.leftward = is_leftward(text);
    return *facts.leftward;
}

bool follows_a_flag(const UnitPlace& place, CharacterProblems::TextFacts& facts) {
    if (!facts.first_flag) facts.first_flag = place.text.find("\U0001F3F4");
    return *facts.first_flag < place.at;
}

/// Whether the character has a task where it stands: in emoji, in scripts of joined letters, in text that is
/// written from right to left.
bool has_a_task(const UnitPlace& place, CharacterKind kind, CharacterProblems::TextFacts& facts) {
    const char32_t c = place.unit.base;
    switch (kind) {
        case CharacterKind::zero_width:
            if (needs_joiners(place.previous)) return true;
            return c == zero_width_joiner && is_picture(place.previous) && is_picture(place.next);
        case CharacterKind::bidi_control:
            return has_leftward_text(place.text, facts);
        case CharacterKind::tag:
            return follows_a_flag(place, facts);
        default:
            return false;
    }
}

bool means_nothing(CharacterKind kind, char32_t c) {
    switch (kind) {
        case CharacterKind::zero_width:
        case CharacterKind::bidi_control:
        case CharacterKind::soft_hyphen:
            return true;
        default:
            return c == zero_width_non_joiner;
    }
}

}  // namespace

std::size_t judge_lost(const UnitPlace& place, CharacterProblems& out) {
    const char32_t c = place.unit.base;
    const bool lost =
        c == replacement || c == object_replacement ||
        ((place.properties & character::unassigned) != 0 && kind_of(c) == CharacterKind::noncharacter);
    if (lost) {
        out.add(rules::lost_character, place.at, place.unit.size);
    } else if ((place.properties & character::unassigned) != 0) {
        out.add(rules::unassigned_character, place.at, place.unit.size);
    } else {
        return 0;
    }
    return place.unit.size;
}

std::size_t judge_private_use(const UnitPlace& place, CharacterProblems& out) {
    if ((place.properties & character::private_use) == 0) return 0;
    if (CharacterProblem* problem = out.add(rules::private_use, place.at, place.unit.size)) {
        const std::string_view unit = place.text.substr(place.at, place.unit.size);
        problem->candidates = substitutes(unit, out.options());
    }
    return place.unit.size;
}

std::size_t judge_control(const UnitPlace& place, CharacterProblems& out) {
    const bool control = (place.properties & character::control) != 0;
    const bool separator = (place.properties & character::invisible) != 0 &&
                           kind_of(place.unit.base) == CharacterKind::line_separator;
    if (!control && !separator) return 0;
    out.add(rules::control_character, place.at, place.unit.size, RepairKind::guess, " ");
    return place.unit.size;
}

std::size_t judge_invisible(const UnitPlace& place, CharacterProblems& out) {
    if ((place.properties & character::invisible) == 0) return 0;
    const CharacterKind kind = kind_of(place.unit.base);
    if (has_a_task(place, kind, out.facts)) return place.unit.size;
    const bool safe = means_nothing(kind, place.unit.base);
    out.add(rules::invisible_character, place.at, place.unit.size,
            safe ? RepairKind::normal_form : RepairKind::guess, {});
    return place.unit.size;
}

std::size_t judge_space(const UnitPlace& place, CharacterProblems& out) {
    if ((place.properties & character::odd_space) == 0) return 0;
    out.add(rules::odd_space, place.at, place.unit.size, RepairKind::normal_form, " ");
    return place.unit.size;
}

}  // namespace daicho
