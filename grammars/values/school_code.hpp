#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 学校コード of the Ministry of Education.
struct SchoolCode {
    std::string text;  ///< thirteen: kind of school 2, prefecture 2, founder 1, number 7, check digit
};

/// Reads a school code: B114110000024, also grouped (B1-14-1-1000002-4), in small letters, in full width.
Result<SchoolCode> parse_school_code(std::string_view text, const Reading& reading = {});

std::string to_string(const SchoolCode& value);

extern const ValueType school_code_type;

}  // namespace daicho
