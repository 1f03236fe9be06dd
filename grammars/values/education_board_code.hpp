#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 教育委員会コード.
struct EducationBoardCode {
    std::string digits;  ///< six: prefecture 2, board 4
};

/// Reads the code of a board of education: 6 digits without a check digit. Five digits are refused as K311
/// with the padded code as a guess, because nothing proves the zero.
Result<EducationBoardCode> parse_education_board_code(std::string_view text, const Reading& reading = {});

std::string to_string(const EducationBoardCode& value);

extern const ValueType education_board_code_type;

}  // namespace daicho
