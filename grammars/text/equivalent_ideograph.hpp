#pragma once

namespace daicho {

/// The ideograph that a radical or stroke is read as (⻑ U+2ED1: 長); 0 for all other characters. Unicode's
/// Equivalent_Unified_Ideograph: where it is the same letter in print, not where it is a part of one.
char32_t equivalent_ideograph(char32_t radical);

}  // namespace daicho
