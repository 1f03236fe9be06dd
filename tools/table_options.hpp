#pragma once

#include <optional>
#include <string>

#include "grammars/formats/dialect.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// Declares --encoding, --delimiter and --header-row on a command that reads a table; `prefix` ("input-")
/// where the same command writes one too and the plain names speak of the output.
void add_read_options(OptionList& list, ReadOptions& options, const std::string& prefix);

/// An option that names an encoding.
void add_encoding(OptionList& list, const std::string& name, std::optional<Encoding>& target, BothTexts help);

/// How a table is to be written. Encoding UTF-8 unless told; line end and delimiter as the source has them.
struct WriteOptions {
    std::optional<Encoding> encoding;
    std::optional<Newline> newline;
    std::optional<char> delimiter;
    bool bom = false;
};

/// Declares --encoding, --bom, --newline and --delimiter on a command that writes a table.
void add_write_options(OptionList& list, WriteOptions& options);

/// Declares --encoding and --bom on a command that leaves a file in the encoding of its source.
void add_output_encoding(OptionList& list, std::optional<Encoding>& encoding, bool& bom);

/// The dialect to write in: that of the source, changed by what was asked for.
Dialect output_dialect(const Dialect& source, const WriteOptions& options);

}  // namespace daicho
