#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "grammars/base/byte_sink.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

/// Writes a table, of text unless it says otherwise. A character that the encoding lacks is an Error with its
/// record, column and code point; nothing is replaced. The file appears under its name only when `finish` has
/// succeeded (written beside, then renamed); without it nothing is left behind.
class TableWriter {
 public:
    virtual ~TableWriter() = default;

    /// The names of the columns, in front of the first record; forms that know them already write nothing.
    virtual void write_header(std::span<const std::string_view> names) { write_record(names); }
    /// Of a text cells are quoted only where they must be.
    virtual void write_record(std::span<const std::string_view> cells) = 0;
    /// Whether `write_raw` may be called.
    virtual bool keeps_text() const { return false; }
    /// A record (or the text above a table) that is to stay as it was written: with its quotes, and byte for
    /// byte where encoding and line end are the same. Where the dialect names a line end, those behind
    /// records become that; those inside cells stay. A record without line end gets one when another follows.
    /// The delimiter must be that of the source.
    virtual void write_raw(const RawText& raw);
    virtual void finish() = 0;
};

/// The file at `path`; "-" is standard output. `source` is the encoding that raw text comes from.
std::unique_ptr<TableWriter> create_table(const std::string& path, const Dialect& dialect,
                                          Encoding source = Encoding::utf8);

/// Writes into `sink`, and commits it in `finish`. `name` stands for it in messages.
std::unique_ptr<TableWriter> create_table(std::unique_ptr<ByteSink> sink, const std::string& name,
                                          const Dialect& dialect, Encoding source = Encoding::utf8);

}  // namespace daicho
