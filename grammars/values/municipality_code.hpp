#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 全国地方公共団体コード, the localGovernmentCode of GIF.
struct MunicipalityCode {
    std::string digits;  ///< six, the last is the check digit
};

/// Reads a code of a prefecture or municipality: 6 digits. Five digits may be a code without its check digit
/// (13101 for 131016) or one whose leading zero was lost (10006 for 010006). Where the check digit and the
/// numbers that JIS X 0401 and 0402 assign leave one reading, it is taken (K313, K311, provable); else the
/// text is refused as ambiguous with both readings (12106: 岩見沢市 or 千葉市緑区). Whether a code is or was
/// in use is a question for the registry.
Result<MunicipalityCode> parse_municipality_code(std::string_view text, const Reading& reading = {});

std::string to_string(const MunicipalityCode& value);

extern const ValueType municipality_code_type;

}  // namespace daicho
