#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammars/base/result.hpp"
#include "grammars/base/span.hpp"
#include "grammars/text/narrow.hpp"

namespace daicho {

/// A code as people and spreadsheets write it.
struct CodeText {
    std::string characters;  ///< digits and capital letters, without what grouped them
    Span where;              ///< of the code, in the original text
    Span rest;               ///< of the text that follows and does not belong to it, in the original text
};

/// The code of digits at the start of `text`: grouped by hyphens or spaces, after `header` ("法人番号：…"),
/// kept as text for a spreadsheet ('0123, ="0123"), gone through a floating-point column (123.0). Empty if
/// there is none.
std::optional<CodeText> read_code(const Narrow& text, std::string_view header = {});

/// The code of digits that is all of `text`; refused where a spreadsheet damaged it, where it is none, where
/// text follows it.
Result<CodeText> read_whole_code(std::string_view text, std::string_view header = {});

/// The same for a code of digits and letters; small letters become capital ones.
Result<CodeText> read_whole_letter_code(std::string_view text, std::string_view header = {});

/// Whether `text` is `size` digits.
bool is_digits(std::string_view text, std::size_t size);

/// Whether `text` is the number of a prefecture, "01" to "47".
bool is_prefecture(std::string_view text);

/// The refusal of `code` for having more or fewer places than `expected`.
Remark wrong_count(const CodeText& code, std::string expected);

}  // namespace daicho
