#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 保険者番号 and 公費負担者番号.
struct InsurerNumber {
    std::string digits;  ///< eight, of national health insurance six; the last is the check digit
};

/// Reads the number of an insurer. Seven or five digits that fit with a zero in front have lost it (K311,
/// provable).
Result<InsurerNumber> parse_insurer_number(std::string_view text, const Reading& reading = {});

std::string to_string(const InsurerNumber& value);

extern const ValueType insurer_number_type;

}  // namespace daicho
