#pragma once

#include <string>
#include <string_view>

namespace daicho {

/// What a word of an imported notation means, by `import_words.tsv`; empty where the table does not have it
/// for that use. Width, case, spaces, brackets and signs do not count.
std::string_view import_word(std::string_view use, std::string_view word);

/// The same for a text that begins with a word of the table.
std::string_view import_word_starting(std::string_view use, std::string_view text);

/// `text` as a name of the model language: signs that a name cannot have become `_`, notes such as `(*1)` at
/// its end are left out. Never empty.
std::string name_from(std::string_view text);

/// `text` without a reference to a note at its end: `住所 (*1)` is 住所.
std::string_view without_note(std::string_view text);

}  // namespace daicho
