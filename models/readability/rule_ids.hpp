#pragma once

#include "grammars/base/rule_id.hpp"

/// The rules that looking at a table with the government's 30 rules in mind can find broken, beside those of
/// the other folders. Their texts are in `models/rules`, their pages in `docs/rules`.
namespace daicho::rules {

inline constexpr RuleId meaningless_header{"S141"};  ///< [info] Column1, a mere sign
inline constexpr RuleId spread_text{"S142"};       ///< [info] 秋 芳 町, or spaces in front as indentation
inline constexpr RuleId line_in_cell{"S143"};      ///< [info] a cell of several lines
inline constexpr RuleId blank_and_zero{"S144"};    ///< [info] numbers: some cells are 0, some empty; detail
inline constexpr RuleId choice_spellings{"S145"};  ///< [info] one choice in two spellings; value, detail
inline constexpr RuleId other_with_text{"S146"};   ///< [info] その他（…）
inline constexpr RuleId sign_among_numbers{"S147"};  ///< [info] X, -, ***
inline constexpr RuleId no_unit{"S149"};             ///< [info] numbers under a header without a unit
inline constexpr RuleId values_as_headers{"S150"};   ///< [info] years or months as columns; value, detail

}  // namespace daicho::rules
