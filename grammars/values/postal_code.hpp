#pragma once

#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// 郵便番号, GIF 443.
struct PostalCode {
    std::string digits;  ///< seven
};

/// Reads a postal code: `1008926`, `100-8926`, `〒100-8926`, full width, a space or a long-vowel mark for the
/// hyphen. Six digits are refused as K311 with the guess that a zero in front was lost: no check digit proves
/// it.
Result<PostalCode> parse_postal_code(std::string_view text, const Reading& reading = {});

/// Seven digits: the hyphen is for display only.
std::string to_string(const PostalCode& code);

extern const ValueType postal_code_type;

}  // namespace daicho
