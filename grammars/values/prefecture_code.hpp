#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 都道府県コード, JIS X 0401.
struct PrefectureCode {
    std::string digits;  ///< two, 01 to 47
};

/// Reads the code of a prefecture. One digit has lost its zero: no other code of one digit exists (K311,
/// provable).
Result<PrefectureCode> parse_prefecture_code(std::string_view text, const Reading& reading = {});

std::string to_string(const PrefectureCode& value);

extern const ValueType prefecture_code_type;

}  // namespace daicho
