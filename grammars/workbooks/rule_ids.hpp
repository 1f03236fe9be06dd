#pragma once

#include "grammars/base/rule_id.hpp"

/// The rules that reading a workbook can find broken. Their texts are in `models/rules`, their pages in
/// `docs/rules`.
namespace daicho::rules {

inline constexpr RuleId other_sheets{
    "S120"};  ///< [info] one of several sheets was read; value: its name, detail: the others
inline constexpr RuleId hidden_cells{"S121"};  ///< [info] hidden and read all the same; detail: "B:H, 5:9"
inline constexpr RuleId formula_without_result{"S122"};  ///< [error] column
inline constexpr RuleId merged_down{"S123"};  ///< [warning] cells that are merged over several records, each
                                              ///< of which has the value; column, value, detail: rows, "5-17"
inline constexpr RuleId merged_ranges{"S130"};  ///< [info] detail: how many; value: the first ones
inline constexpr RuleId objects{"S131"};        ///< [info] pictures and the like; detail: how many
inline constexpr RuleId told_by_look{
    "S132"};  ///< [info] detail: cells that look different; value: columns, "B, D"
inline constexpr RuleId number_as_text{"S133"};  ///< [info] column; value: the first, detail: how many
inline constexpr RuleId rows_of_header{"S134"};  ///< [info] detail: how many
inline constexpr RuleId formulas{"S135"};        ///< [info] value: columns, detail: how many cells
inline constexpr RuleId other_workbook{
    "S136"};                               ///< [warning] formulas into one; value: columns, detail: how many
inline constexpr RuleId comments{"S137"};  ///< [warning] value: the first, "B12: text"; detail: how many

}  // namespace daicho::rules
