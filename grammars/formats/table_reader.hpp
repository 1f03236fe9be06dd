#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/formats/read_options.hpp"
#include "grammars/formats/table_form.hpp"

namespace daicho {

/// What only a table of text has: how it is written, and what was written as it was.
class TableText {
 public:
    virtual ~TableText() = default;
    /// Encoding and delimiter are settled from the start; `newline` is what was seen so far and complete once
    /// the last record was read.
    virtual const Dialect& dialect() const = 0;
    /// What stands above the first data record as written: titles, comments, the header. BOM left out. Lives
    /// as long as the table.
    virtual RawText preamble() const = 0;
};

/// A table of any format, read from front to back. Throws Error where the file cannot be read or its encoding
/// stays undecided.
class TableReader {
 public:
    virtual ~TableReader() = default;

    /// Name of its format in the table of formats: "csv", "json" ... Lives as long as the program.
    virtual std::string_view format() const = 0;
    /// How the places of its records and findings are told.
    virtual const PlaceForm& places() const = 0;
    /// Its columns have names. Where they have none, `header` gives "1", "2", ...
    virtual bool has_header() const = 0;
    /// Where the record is that names the columns; line 0: there is none, or the names come from elsewhere
    /// (the members of objects).
    virtual RecordPlace header_place() const = 0;
    /// The headers, without quotes. A blank header takes the text that stands above it in a header of two
    /// lines; else it stays "". At least `columns()` of them.
    virtual const std::vector<std::string>& header() const = 0;
    /// Number of cells that the records of this table have (most of them, where they differ).
    virtual std::size_t columns() const = 0;
    /// Number of records from the top of the file down to the last one that belongs to the header (comments
    /// and description rows below the header included). These and the data records are all there are.
    virtual std::uint64_t header_records() const = 0;
    /// Fills `batch` with the next records; false at the end. Not to be called from two threads at once.
    virtual bool next(Batch& batch) = 0;
    /// Findings about the file and its header, complete once `next` has given false.
    virtual const std::vector<Finding>& findings() const = 0;
    /// null: it is not a table of text, and the raw records of its batches mean nothing
    virtual const TableText* text() const = 0;
    /// Of a workbook, which is read through for it: its sheets in the order of their tabs.
    virtual std::vector<SheetSummary> sheets() const = 0;
    /// The tables of the file that may be meant where nobody named one, the one that is read first: sheets by
    /// their numbers from 1; the records and the document (JSON) as 1 and 2. None where there is no choice.
    virtual std::vector<std::size_t> likely_tables() const = 0;
    /// Another one of these tables, from its top; null where there is none. Each may be read while the
    /// others are, by one thread.
    virtual std::unique_ptr<TableReader> open_other(std::size_t number) const = 0;
};

/// How `table` is written down.
TableForm table_form(const TableReader& table);

/// How a table of text that is made of `table` is written unless somebody says otherwise: as that one, where
/// it is a table of text.
Dialect usual_dialect(const TableReader& table);

/// Opens the table at `path`; "-" is standard input. The table of formats (`formats.hpp`) says how it is
/// read, by the ending of its name or by its first bytes.
std::unique_ptr<TableReader> open_table(const std::string& path, const ReadOptions& options);

/// Reads the table that `source` holds: a member of an archive, say. What has to be read twice (to find out
/// the encoding, or the members of objects) takes a rewindable source; any other is spooled.
std::unique_ptr<TableReader> open_table(std::unique_ptr<ByteSource> source, const ReadOptions& options);

/// Reads a table that is in memory already. `name` stands for it in messages, and its ending tells the
/// format.
std::unique_ptr<TableReader> read_table(std::string bytes, const ReadOptions& options = {},
                                        const std::string& name = "(memory)");

}  // namespace daicho
