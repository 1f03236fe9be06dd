#pragma once

#include <optional>
#include <string>

#include "grammars/formats/dialect.hpp"
#include "grammars/formats/table_reader.hpp"
#include "tools/session.hpp"

namespace CLI {
class App;
}

namespace daicho {

/// Declares --encoding, --delimiter and --header-row on a command that reads a table; `prefix` ("input-")
/// where the same command writes one too and the plain names speak of the output.
void add_read_options(CLI::App& app, ReadOptions& options, const std::string& prefix, const Session& session);

/// How a table is to be written. Encoding UTF-8 unless told; line end and delimiter as the source has them.
struct WriteOptions {
    std::optional<Encoding> encoding;
    std::optional<Newline> newline;
    std::optional<char> delimiter;
    bool bom = false;
};

/// Declares --encoding, --bom, --newline and --delimiter on a command that writes a table.
void add_write_options(CLI::App& app, WriteOptions& options, const Session& session);

/// Declares --encoding and --bom on a command that leaves a file in the encoding of its source.
void add_output_encoding(CLI::App& app, std::optional<Encoding>& encoding, bool& bom, const Session& session);

/// The dialect to write in: that of the source, changed by what was asked for.
Dialect output_dialect(const Dialect& source, const WriteOptions& options);

}  // namespace daicho
