#pragma once

#include <cstddef>
#include <string_view>

namespace daicho {

/// Length of the part at the front of `text` that JSON writes as it is: valid UTF-8 without quotation marks,
/// backslashes and control characters.
std::size_t plain_json_prefix(std::string_view text);

}  // namespace daicho
