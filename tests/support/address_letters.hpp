#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daicho::spellings {

/// The letters (code points) of a text.
std::vector<std::string> letters_of(std::string_view text);

/// Whether a letter is one of the common kanji.
bool is_kanji(std::string_view letter);

/// Whether a letter is a digit or a kanji numeral.
bool is_numeral(std::string_view letter);
bool ends_with_numeral(std::string_view text);

}  // namespace daicho::spellings
