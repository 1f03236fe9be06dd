#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Appends `text` (UTF-8) as XML 1.0 has it in a text or in an attribute in double quotes. Characters that
/// XML cannot hold become U+FFFD; line ends and tabs are written as references, so that attributes keep them.
void append_xml_escaped(std::string& out, std::string_view text);

}  // namespace daicho
