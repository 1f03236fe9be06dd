#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/formats/dialect.hpp"
#include "grammars/formats/read_options.hpp"

namespace daicho {

/// A table, read from front to back. Throws Error where the file cannot be read or its encoding stays
/// undecided.
class TableReader {
 public:
    virtual ~TableReader() = default;

    /// Encoding, delimiter and header are settled from the start; `newline` is what was seen so far and
    /// complete once `next` has given false.
    virtual const Dialect& dialect() const = 0;
    /// The headers, without quotes. A blank header takes the text that stands above it in a header of two
    /// lines; else it stays "". Where the table has no header they are "1", "2", ... At least `columns()` of
    /// them.
    virtual const std::vector<std::string>& header() const = 0;
    /// Number of cells that the records of this table have (most of them, where they differ).
    virtual std::size_t columns() const = 0;
    /// What stands above the first data record as written: titles, comments, the header. BOM left out.
    virtual RawText preamble() const = 0;
    /// Number of records in the preamble: from the top of the file down to the last one that belongs to the
    /// header (comments and description rows below the header included). These and the data records are all
    /// there are.
    virtual std::uint64_t header_records() const = 0;
    /// Fills `batch` with the next records; false at the end. Not to be called from two threads at once.
    virtual bool next(Batch& batch) = 0;
    /// Findings about the file and its header, complete once `next` has given false.
    virtual const std::vector<Finding>& findings() const = 0;
};

/// Opens the table at `path`; "-" is standard input.
std::unique_ptr<TableReader> open_table(const std::string& path, const ReadOptions& options);

/// Reads the table that `source` holds: a member of an archive, say. Finding out its encoding takes a
/// rewindable source; any other is spooled.
std::unique_ptr<TableReader> open_table(std::unique_ptr<ByteSource> source, const ReadOptions& options);

/// Reads a table that is in memory already. `name` stands for it in messages.
std::unique_ptr<TableReader> read_table(std::string bytes, const ReadOptions& options = {},
                                        const std::string& name = "(memory)");

}  // namespace daicho
