#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// Whether the text (valid UTF-8) is in Normalization Form C of Unicode 15 (UAX 15). Allocates nothing.
bool is_nfc(std::string_view text);

/// The first byte of the first part of the text that is not in NFC (a letter with the marks behind it), or
/// npos.
std::size_t find_not_nfc(std::string_view text);

/// The text (valid UTF-8) in NFC. Compatibility ideographs become the unified ones: see
/// standardized_variant.hpp for how to keep them apart.
std::string nfc(std::string_view text);

/// The text in NFD, fully decomposed.
std::string nfd(std::string_view text);

/// The one character that two are in NFC (か and U+3099: が), or 0.
char32_t canonical_composition(char32_t first, char32_t second);

}  // namespace daicho
