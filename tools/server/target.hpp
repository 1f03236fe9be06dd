#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/server/http_message.hpp"

namespace daicho {

/// Reads the target of a request line ("/v1/search?q=%E5%8D%83") into path and query. False where it is not
/// an absolute path of decoded UTF-8: a broken percent sign, NUL and other control characters, segments "."
/// and "..", empty segments, bytes that are not UTF-8.
bool read_target(std::string_view target, Request& request);

/// Appends the items of a query or of a form (application/x-www-form-urlencoded). False as above.
bool read_query(std::string_view text, std::vector<QueryItem>& items);

/// The text with percent signs for what a query cannot have as it is.
std::string percent_encoded(std::string_view text);

/// Bytes as base64url without padding, and back; nothing where it is not.
std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace daicho
