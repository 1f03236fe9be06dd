#pragma once

#include <optional>
#include <string>

#include "grammars/formats/dialect.hpp"

namespace daicho {

/// Whether a word of the command line names a file (`-` is standard input).
bool is_file(const std::string& word);

/// All of a file as UTF-8, its encoding proved or given; a byte-order mark is left out. Throws Error where it
/// cannot be read.
std::string text_of_file(const std::string& path, const std::optional<Encoding>& given);

/// A text of the command line, which has to be UTF-8. Throws Error where it is not.
const std::string& checked_utf8(const std::string& word);

}  // namespace daicho
