#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 個人番号. Never to be shown, logged or stored: see ValueType::confidential.
struct IndividualNumber {
    std::string digits;  ///< twelve, the last is the check digit
};

/// Reads an individual number: 12 digits, hyphens and spaces between them ignored. No remark or refusal holds
/// any part of the number, and the digit that would fit is not told either.
Result<IndividualNumber> parse_individual_number(std::string_view text, const Reading& reading = {});

std::string to_string(const IndividualNumber& value);

extern const ValueType individual_number_type;

}  // namespace daicho
