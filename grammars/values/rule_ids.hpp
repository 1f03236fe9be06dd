#pragma once

#include "grammars/base/rule_id.hpp"

/// The rules that a value grammar can find broken. Families: `reference` of docs/rules; an id is never
/// reused. Their texts are in `models/rules`, their pages in `docs/rules`.
namespace daicho::rules {

inline constexpr RuleId not_of_this_type{"T250"};  ///< the text cannot be read as a value of this kind
inline constexpr RuleId other_notation{"T251"};    ///< readable, but not in the canonical form
inline constexpr RuleId no_such_day{"T252"};       ///< 2023-02-29, 25:00
inline constexpr RuleId outside_era{"T253"};       ///< 平成32年, 昭和64年1月8日
inline constexpr RuleId two_digit_year{"T254"};    ///< 21/10/4: Gregorian or era?
inline constexpr RuleId out_of_range{"T255"};      ///< latitude 95, floor 999, month 13
inline constexpr RuleId text_left_over{"T256"};    ///< a value, then text that does not belong to it
inline constexpr RuleId part_of_another_item{
    "T265"};  ///< a value, and beside it what another item is for; detail: its name
inline constexpr RuleId lost_digit{
    "T266"};  ///< a character where a digit or hyphen of a number was lost or mistyped; span: of it
inline constexpr RuleId several_values{"T257"};       ///< two values in a cell that holds one
inline constexpr RuleId incomplete{"T258"};           ///< a part is missing (year and month without a day)
inline constexpr RuleId end_before_start{"T259"};     ///< a period that ends before it starts
inline constexpr RuleId ambiguous{"T260"};            ///< several readings, none of them provable
inline constexpr RuleId swapped_coordinates{"T261"};  ///< latitude and longitude exchanged
inline constexpr RuleId wrong_digit_count{"T262"};    ///< too few or too many digits
inline constexpr RuleId unknown_name{"T263"};  ///< a name that no table knows (prefecture, municipality)
inline constexpr RuleId other_pattern{
    "T264"};  ///< of the right kind, but not of the pattern that the model asks
inline constexpr RuleId wrong_check_digit{"K310"};    ///< the check digit does not fit
inline constexpr RuleId lost_leading_zero{"K311"};    ///< a zero in front was dropped by a spreadsheet
inline constexpr RuleId spreadsheet_damage{"K312"};   ///< 1.23E+12, ####, #N/A, a date serial
inline constexpr RuleId missing_check_digit{"K313"};  ///< 13101 for 131016
inline constexpr RuleId unknown_code{"K300"};         ///< a code that the list does not have
inline constexpr RuleId unknown_area_code{"K301"};    ///< a telephone area code that does not exist
inline constexpr RuleId wrong_script{"C210"};         ///< hiragana or kanji where katakana is asked
inline constexpr RuleId half_width_kana{"C211"};      ///< ｱｲｳ
inline constexpr RuleId control_character{"C212"};    ///< a line end, tab or other control inside a value
inline constexpr RuleId surrounding_space{"C213"};    ///< spaces before or after a value

}  // namespace daicho::rules
