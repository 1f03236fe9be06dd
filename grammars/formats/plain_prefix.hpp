#pragma once

#include <cstddef>
#include <string_view>

namespace daicho {

/// Length of the part at the front of `text` that JSON writes as it is: valid UTF-8 without quotation marks,
/// backslashes and control characters.
std::size_t plain_json_prefix(std::string_view text);

/// The same of XML, `&`, `<` and `>` and what is no character of it being such. Of what stands in XML as it
/// is a few (a backslash) may end the part early.
std::size_t plain_xml_prefix(std::string_view text);

}  // namespace daicho
