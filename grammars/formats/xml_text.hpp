#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Whether all of it are characters of XML, in UTF-8; which control characters there are is not looked at.
bool is_xml_text(std::string_view text);

/// Appends `text` (UTF-8) as XML 1.0 has it in a text or in an attribute in double quotes. Characters that
/// XML cannot hold become U+FFFD; line ends and tabs are written as references, so that attributes keep them.
void append_xml_escaped(std::string& out, std::string_view text);

}  // namespace daicho
