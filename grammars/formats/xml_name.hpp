#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// The element that holds the records of a table of daicho's own.
inline constexpr std::string_view xml_root_name = "records";

/// `text` as a name of an element without a colon (Namespaces in XML 1.0, NCName): characters that names do
/// not have become `_`, and a name that would begin with a digit or be empty begins with `_`.
std::string xml_name(std::string_view text);

}  // namespace daicho
