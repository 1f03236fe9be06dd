#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Appends a character of data as people may see it on a terminal or a page: controls as pictures (U+2400 and
/// following), what nobody sees or what turns the text around it (format, direction, zero width, separators
/// of lines, tags, fillers, no characters) as its code, [U+202E]; all others as they are.
void append_visible(std::string& out, char32_t c);

/// The same of a whole text. Bytes that are no UTF-8 become U+FFFD.
std::string visible(std::string_view text);

/// The same of lines: their ends stay.
std::string visible_lines(std::string_view text);

}  // namespace daicho
