#pragma once

#include <string>
#include <string_view>

#include "grammars/values/value_type.hpp"

/// The kinds of text that GIF names by their script.
namespace daicho {

/// Any text: not empty, no spaces around it, no control characters (a line end inside is C212).
extern const ValueType text_type;

/// 文字列（全角カナ）, GIF 431: full-width katakana, the long-vowel mark, the iteration marks and the middle
/// dot. Half-width kana and hiragana are read; a hyphen or dash after a letter is read as the long-vowel
/// mark.
extern const ValueType kana_type;

/// 文字列（全角カナ＋区切り文字：半角空白): the same in words with one half-width space between.
extern const ValueType kana_space_type;

/// A reading of a name with all that stands in it: signs, digits, brackets and spaces in either width stay as
/// they are; letters are those of `kana`.
extern const ValueType kana_title_type;

/// 文字列（半角英数字）: ASCII letters and digits; full width is read.
extern const ValueType half_alnum_type;

/// 文字列（半角数字）: ASCII digits; full width is read.
extern const ValueType half_digits_type;

/// 文字列（半角文字）: printable ASCII; full width is read.
extern const ValueType half_type;

/// 商号または名称(カナ): as `kana`.
extern const ValueType corporate_name_kana_type;

/// Reads words in kana (`spaces`: several with one half-width space between) into full-width katakana.
Result<std::string> read_kana(std::string_view text, bool spaces);

/// Whether `text` is what `read_kana` gives. Allocates nothing.
bool is_kana_text(std::string_view text, bool spaces);

}  // namespace daicho
