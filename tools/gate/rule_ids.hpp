#pragma once

#include "grammars/base/rule_id.hpp"

/// The rules that a gate can find broken. P700 was declared once and is gone.
namespace daicho::rules {

inline constexpr RuleId below_level{"P701"};  ///< value: the level reached; expected: the one needed
inline constexpr RuleId over_limit{
    "P702"};  ///< value: rules; detail: how many; expected: how many are allowed
inline constexpr RuleId not_fresh{"P703"};  ///< header, value: newest date; expected: the one needed
inline constexpr RuleId size_changed{
    "P704"};  ///< detail: records before; value: now; expected: what is allowed
inline constexpr RuleId column_gone{"P705"};          ///< value: its header
inline constexpr RuleId suppression_expired{"P706"};  ///< value: rule; expected: last day; detail: reason
inline constexpr RuleId suppression_unused{"P707"};   ///< value: rule; detail: reason

}  // namespace daicho::rules
