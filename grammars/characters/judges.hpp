#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/check.hpp"
#include "grammars/characters/scan.hpp"
#include "grammars/text/unit.hpp"

namespace daicho {

/// A check made ready.
struct CharacterCheck::Plan {
    const CharacterProfile* profile = nullptr;
    CharacterCheckOptions options;
    ScanPlan scan;
    const PlainCharacters& plain = PlainCharacters::of(scan);
};

/// Takes the problems of a text, those of rules that are not asked left out.
class CharacterProblems {
 public:
    CharacterProblems(const CharacterProfile& profile, const CharacterCheckOptions& options)
        : profile_(profile), options_(options) {}

    const CharacterProfile& profile() const { return profile_; }
    const CharacterCheckOptions& options() const { return options_; }
    bool asks(RuleId rule) const;
    /// Null where the rule is not asked. The pointer is good until the next call.
    CharacterProblem* add(RuleId rule, std::size_t begin, std::size_t size);
    void add(RuleId rule, std::size_t begin, std::size_t size, RepairKind repair, std::string replacement);
    std::span<const CharacterProblem> found() const { return found_; }
    std::vector<CharacterProblem> take() { return std::move(found_); }

    /// What judges have found out about the text as a whole, so that nobody walks over it for every unit.
    struct TextFacts {
        std::optional<bool> leftward;           ///< whether any of it is written from right to left
        std::optional<std::size_t> first_flag;  ///< where the first black flag is; npos: nowhere
        std::size_t normal_until = 0;           ///< up to this byte letters and marks are known to be in NFC
    };
    TextFacts facts;

 private:
    const CharacterProfile& profile_;
    const CharacterCheckOptions& options_;
    std::vector<CharacterProblem> found_;
};

/// Where a judge looks: a unit of a text and what is beside it.
struct UnitPlace {
    std::string_view text;
    std::size_t at = 0;
    CharacterUnit unit;
    CharacterProperties properties = 0;  ///< of its base
    char32_t previous = 0;               ///< the code point before it, or 0
    char32_t next = 0;                   ///< the code point behind it, or 0

    std::size_t end() const { return at + unit.size; }
    std::string_view behind() const { return text.substr(end()); }
};
/// A decimal digit, half-width or full-width.
constexpr bool is_decimal_digit(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/// A selector of the ideographic variation database, which no set of an encoding can write.
constexpr bool is_ideographic_selector(char32_t c) {
    return c >= 0xE0100 && c <= 0xE01EF;
}

/// The place at byte `at`.
UnitPlace unit_place(std::string_view text, std::size_t at, char32_t previous);

/// Says what a group of rules has to say of a unit: how many bytes it has dealt with; 0: the unit is none of
/// its business.
using UnitJudge = std::size_t (*)(const UnitPlace& place, CharacterProblems& out);

std::size_t judge_lost(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_private_use(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_control(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_invisible(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_space(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_selector(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_half_width_kana(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_radical(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_normal_form(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_sound_mark(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_stand_in(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_look_alike(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_mark_between_digits(const UnitPlace& place, CharacterProblems& out);
/// C220, with the names of the sets that do not have the unit; null where all have it.
CharacterProblem* tell_lacking(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_repertoire(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_machine_dependent(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_changed_shape(const UnitPlace& place, CharacterProblems& out);
std::size_t judge_letters(const UnitPlace& place, CharacterProblems& out);

/// "JIS X 0213", without what is in it.
std::string_view short_title(const Repertoire& set);

/// What the unit may be written as, by what is loaded.
std::vector<std::string> substitutes(std::string_view unit, const CharacterCheckOptions& options);

/// Whether a character is kana or an ideograph.
constexpr bool is_japanese(CharacterProperties properties) {
    using namespace character;
    return (properties & (ideograph | hiragana_letter | katakana_letter)) != 0;
}

}  // namespace daicho
