#include "grammars/characters/judges.hpp"
#include "grammars/characters/rule_ids.hpp"
#include "grammars/text/changed_shape.hpp"
#include "grammars/text/equivalent_ideograph.hpp"
#include "grammars/text/kana.hpp"
#include "grammars/text/normalize.hpp"
#include "grammars/text/standardized_variant.hpp"
#include "grammars/values/rule_ids.hpp"

// One character in another form than the usual: half-width kana, radicals, decomposed and compatibility ones.
namespace daicho {

namespace {

std::string utf8(char32_t c) {
    std::string out;
    append_utf8(out, c);
    return out;
}

constexpr char32_t combining_voiced = 0x3099;
constexpr char32_t combining_semi_voiced = 0x309A;

/// The combining mark that a spacing sound mark stands for, or 0.
char32_t combining_twin(char32_t mark) {
    if (mark == 0x309B || mark == 0xFF9E) return combining_voiced;
    return mark == 0x309C || mark == 0xFF9F ? combining_semi_voiced : 0;
}

bool has_own_place(CharacterProperties properties) {
    return (properties & character::jis_x0213) != 0;
}

/// U+F900..U+FA0B: ideographs that a Korean standard has twice, in the same shape.
bool is_korean_duplicate(char32_t c) {
    return c >= 0xF900 && c <= 0xFA0B;
}

void judge_compatibility_ideograph(const UnitPlace& place, CharacterProblems& out) {
    const std::string_view unit = place.text.substr(place.at, place.unit.size);
    if (has_own_place(place.properties)) {
        if (CharacterProblem* problem = out.add(rules::nfc_unstable, place.at, place.unit.size)) {
            problem->candidates = {with_standardized_variants(unit)};
        }
    } else if (is_korean_duplicate(place.unit.base)) {
        out.add(rules::duplicate_character, place.at, place.unit.size, RepairKind::normal_form, nfc(unit));
    } else if (CharacterProblem* problem = tell_lacking(place, out)) {
        problem->candidates = substitutes(unit, out.options());
        if (problem->candidates.empty()) problem->candidates = {nfc(unit)};
    }
}

constexpr char32_t half_long_vowel = 0xFF70;

bool is_long_vowel_between_digits(const UnitPlace& place) {
    return place.unit.base == half_long_vowel && is_decimal_digit(place.previous) &&
           is_decimal_digit(place.next);
}

/// A letter and all marks behind it: how many bytes.
std::size_t cluster_size(const UnitPlace& place) {
    using namespace character;
    std::size_t end = place.end();
    while (end < place.text.size()) {
        const CodePoint c = code_point_at(place.text, end);
        if ((properties_of(c.value) & (combining | nfc_maybe)) == 0) break;
        end += c.size;
    }
    return end - place.at;
}

}  // namespace

std::size_t judge_half_width_kana(const UnitPlace& place, CharacterProblems& out) {
    if ((place.properties & character::half_width_kana) == 0) return 0;
    if (combining_twin(place.unit.base) != 0 && (place.previous != 0) &&
        !is_half_width_kana(place.previous)) {
        return 0;  // カﾞ: a matter of sound marks
    }
    if (is_long_vowel_between_digits(place)) return 0;  // 398ｰ2: a matter of marks between digits
    std::size_t end = place.end();
    while (end < place.text.size()) {
        const CodePoint c = code_point_at(place.text, end);
        if (!is_half_width_kana(c.value)) break;
        end += c.size;
    }
    const std::size_t size = end - place.at;
    // シｰ15: alone before a digit the mark is a hyphen as often as it is a vowel.
    const bool may_be_hyphen =
        place.unit.base == half_long_vowel && size == place.unit.size && is_decimal_digit(place.next);
    out.add(rules::half_width_kana, place.at, size,
            may_be_hyphen ? RepairKind::guess : RepairKind::normal_form,
            full_width_kana(place.text.substr(place.at, size)));
    return size;
}

std::size_t judge_radical(const UnitPlace& place, CharacterProblems& out) {
    if ((place.properties & character::look_alike) == 0) return 0;
    const char32_t meant = equivalent_ideograph(place.unit.base);
    if (meant == 0) return 0;
    const bool kangxi = place.unit.base >= 0x2F00 && place.unit.base <= 0x2FD5;
    out.add(rules::radical, place.at, place.unit.size, kangxi ? RepairKind::normal_form : RepairKind::guess,
            utf8(meant));
    return place.unit.size;
}

std::size_t judge_normal_form(const UnitPlace& place, CharacterProblems& out) {
    using namespace character;
    if (is_unstable_ideograph(place.properties)) {
        judge_compatibility_ideograph(place, out);
        return place.unit.size;
    }
    if (place.at < out.facts.normal_until) return 0;
    const std::size_t size = cluster_size(place);
    const bool marked = size > place.unit.size;
    if (!marked && (place.properties & nfc_no) == 0) return 0;
    const std::string_view cluster = place.text.substr(place.at, size);
    std::string composed = nfc(cluster);
    if (composed == cluster) {
        out.facts.normal_until = place.at + size;
        return 0;
    }
    if (!marked && has_own_place(place.properties)) return 0;  // Å (U+212B) is what JIS X 0213 has
    const bool decomposed = marked || count_code_points(composed) > 1;
    out.add(decomposed ? rules::decomposed : rules::duplicate_character, place.at, size,
            RepairKind::normal_form, std::move(composed));
    return size;
}

std::size_t judge_sound_mark(const UnitPlace& place, CharacterProblems& out) {
    const char32_t mark = combining_twin(place.next);
    if (mark == 0 || (place.properties & (character::hiragana_letter | character::katakana_letter)) == 0) {
        return 0;
    }
    const std::string composed = nfc(utf8(place.unit.base) + utf8(mark));
    if (count_code_points(composed) > 1) return 0;  // あ゛ is no slip
    const std::size_t size = place.unit.size + utf8(place.next).size();
    out.add(rules::spacing_sound_mark, place.at, size, RepairKind::guess, composed);
    return size;
}

std::size_t judge_changed_shape(const UnitPlace& place, CharacterProblems& out) {
    if (!out.asks(rules::changed_shape) || !has_changed_shape(place.unit.base)) return 0;
    out.add(rules::changed_shape, place.at, place.unit.size);
    return place.unit.size;
}

}  // namespace daicho
