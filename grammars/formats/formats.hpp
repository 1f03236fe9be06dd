#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "grammars/base/os.hpp"
#include "grammars/formats/read_options.hpp"
#include "grammars/formats/record_source.hpp"

namespace daicho {

/// A format of tables: one line of the table of formats, and a file that `open`s it.
struct TableFormat {
    std::string_view name;     ///< "csv"
    std::string_view label;    ///< as people write it: "CSV"
    std::string_view endings;  ///< of file names, in small letters, separated by spaces: ".csv .tsv"
    /// Whether a file whose name says nothing is of this format, by its first bytes (512, or all it has);
    /// null: bytes do not tell.
    bool (*begins)(std::string_view start);
    std::unique_ptr<RecordSource> (*open)(std::unique_ptr<ByteSource> source, const ReadOptions& options);
    /// No other file begins so, and none of this format begins otherwise: its bytes are believed, whatever
    /// its name says (S119).
    bool sure = false;
};

/// All formats, in the order in which they are asked for; the first one is what is left when no other is it.
std::span<const TableFormat> table_formats();

/// The format of that name, or null.
const TableFormat* find_format(std::span<const TableFormat> formats, std::string_view name);

/// The format that the ending of a file name tells (capital letters as well, `a.zip!b.csv` by its last part),
/// or null.
const TableFormat* format_by_name(std::span<const TableFormat> formats, std::string_view path);

/// `open_table` with a table of formats of one's own.
std::unique_ptr<TableReader> open_table(std::span<const TableFormat> formats,
                                        std::unique_ptr<ByteSource> source, const ReadOptions& options);

}  // namespace daicho
