#pragma once

#include <optional>
#include <string_view>

namespace daicho {

/// The first character of a header that a reader does not see and a program that looks for the header does:
/// an invisible or control character, a mark that stands apart from its letter (カ + U+3099, as macOS
/// writes names), a space at the beginning or end, or between the letters of one word (住　所). Line ends and
/// tabs inside are not looked at.
std::optional<char32_t> header_oddity(std::string_view header);

}  // namespace daicho
