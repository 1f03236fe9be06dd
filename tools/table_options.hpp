#pragma once

#include <optional>
#include <string>

#include "grammars/formats/dialect.hpp"
#include "grammars/formats/output_form.hpp"
#include "grammars/formats/read_options.hpp"
#include "grammars/formats/write_options.hpp"
#include "tools/option_list.hpp"

namespace daicho {

/// Declares --encoding, --delimiter and --header-row on a command that reads a table; `prefix` ("input-")
/// where the same command writes one too and the plain names speak of the output.
void add_read_options(OptionList& list, ReadOptions& options, const std::string& prefix);

/// On a command that changes a table in place, CSV or an array of JSON: throws Error where `options` ask for
/// records elsewhere, which would not be heeded.
void refuse_places_of_records(const ReadOptions& options);

/// An option that names an encoding.
void add_encoding(OptionList& list, const std::string& name, std::optional<Encoding>& target, BothTexts help);

/// Declares --encoding, --bom, --no-bom, --newline and --delimiter on a command that writes a table.
void add_write_options(OptionList& list, WriteOptions& options);

/// Declares the option `name`, which tells the form of the output.
void add_output_form(OptionList& list, const std::string& name, std::string& form);

/// The form of that name, of the file at `path` where there is none, else CSV. Throws Error where `options`
/// are for texts and the form is none.
const OutputForm& output_form(const std::string& name, const std::string& path, const WriteOptions& options);

/// Declares --encoding and --bom on a command that leaves a file in the encoding of its source.
void add_output_encoding(OptionList& list, std::optional<Encoding>& encoding, bool& bom);

}  // namespace daicho
