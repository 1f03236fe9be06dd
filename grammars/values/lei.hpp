#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 取引主体識別子 (ISO 17442).
struct Lei {
    std::string text;  ///< twenty digits and capital letters, the last two are the check digits
};

/// Reads a legal entity identifier; small letters, hyphens and spaces are a matter of notation.
Result<Lei> parse_lei(std::string_view text, const Reading& reading = {});

std::string to_string(const Lei& value);

extern const ValueType lei_type;

}  // namespace daicho
