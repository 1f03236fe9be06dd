#pragma once

#include "grammars/base/rule_id.hpp"

/// The rules that what is asked for beside a model can find broken.
namespace daicho::rules {

inline constexpr RuleId xsd_structure{"P708"};  ///< value: path and line; expected: of the schema
inline constexpr RuleId xsd_value{"P709"};      ///< the same; detail: the value

}  // namespace daicho::rules
