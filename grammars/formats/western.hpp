#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/dialect.hpp"

/// Readings that text goes through by mistake only. For mojibake.cpp.
namespace daicho {

/// The text of `bytes` as ISO-8859-1 and Windows-1252 have it, where the latter has a character, that.
std::string read_as_western(std::string_view bytes);
/// The bytes of such a text; letters of both are taken. Nothing where a character is in neither.
std::optional<std::string> bytes_of_western(std::string_view text);

/// The text of `bytes` as ISO-8859-1 has it: 80 to 9F are control characters.
std::string read_as_latin_1(std::string_view bytes);
/// The bytes of such a text; nothing where a character is not in it.
std::optional<std::string> bytes_of_latin_1(std::string_view text);

/// The text of `bytes` as Windows reads code page 932: with U+0080, U+00A0 and U+F8F1 to U+F8F3 for the
/// single bytes that are none. Nothing where a pair is no character.
std::optional<std::string> read_as_windows_932(std::string_view bytes);
/// The bytes of such a text that can begin a text of `written`: several where characters have several codes,
/// `most` at most; none where a character has none.
std::vector<std::string> bytes_of_windows_932(std::string_view text, Encoding written, std::size_t most);

}  // namespace daicho
