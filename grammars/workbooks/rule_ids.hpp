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

}  // namespace daicho::rules
