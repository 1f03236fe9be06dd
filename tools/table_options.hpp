#pragma once

#include <optional>
#include <string>

#include "grammars/formats/dialect.hpp"
#include "grammars/formats/read_options.hpp"
#include "grammars/formats/write_options.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// Declares --encoding, --delimiter and --header-row on a command that reads a table; `prefix` ("input-")
/// where the same command writes one too and the plain names speak of the output.
void add_read_options(OptionList& list, ReadOptions& options, const std::string& prefix);

/// An option that names an encoding.
void add_encoding(OptionList& list, const std::string& name, std::optional<Encoding>& target, BothTexts help);

/// Declares --encoding, --bom, --no-bom, --newline and --delimiter on a command that writes a table.
void add_write_options(OptionList& list, WriteOptions& options);

/// Declares --encoding and --bom on a command that leaves a file in the encoding of its source.
void add_output_encoding(OptionList& list, std::optional<Encoding>& encoding, bool& bom);

}  // namespace daicho
