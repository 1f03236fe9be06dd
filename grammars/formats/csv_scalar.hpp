#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/span.hpp"

namespace daicho {

/// A quoted cell that is not closed within this many bytes counts as unclosed.
inline constexpr std::size_t quoted_cell_limit = std::size_t{8} << 20;

enum class QuoteTrouble : std::uint8_t {
    unclosed,    ///< the cell's quote is never closed
    stray,       ///< a quote inside the text of a cell
    text_after,  ///< text between the closing quote and the end of the cell
};

/// One record, read character by character: the exact reading that everything faster must agree with.
struct CsvRecord {
    struct Cell {
        std::string text;     ///< without its quotes
        std::uint32_t begin;  ///< of the cell as written, from the start of the text that was given
        std::uint32_t end;
        std::uint32_t line_end;  ///< npos, or the first line end inside the cell's quotes
        static constexpr std::uint32_t npos = 0xFFFF'FFFF;
    };
    struct Trouble {
        QuoteTrouble kind;
        std::uint32_t cell;
        Span span;  ///< in the cell's text
    };

    std::vector<Cell> cells;  ///< the first `size`; the rest is kept for its memory
    std::size_t size = 0;
    std::vector<Trouble> troubles;
    std::size_t end = 0;    ///< behind the record and its line end
    bool complete = false;  ///< false: more text is needed to tell where it ends
};

/// Reads the record at `begin` (RFC 4180; LF, CR LF and CR end lines; a cell without a quote at its start is
/// taken as it stands). `last`: nothing follows `text`. A cell whose quoting is broken is read in the way
/// that keeps the columns: a quote before more text and another quote is text itself; text behind a closing
/// quote is kept. `literal`: index of a cell whose opening quote is to be read as text.
void read_csv_record(std::string_view text, std::size_t begin, char delimiter, bool last, CsvRecord& record,
                     std::size_t literal = static_cast<std::size_t>(-1));

/// As `read_csv_record`, for a record that may have broken quoting in a table of `columns` columns (0: not
/// known). An unclosed quote is read as text, and the record ends with its line, or where the next sane
/// record (of the right width, with sound quotes) begins; the lines in between belong to this record's raw
/// text and to none of its cells. `skipped` gets their number.
void read_damaged_csv_record(std::string_view text, std::size_t begin, char delimiter, bool last,
                             std::size_t columns, CsvRecord& record, std::size_t& skipped);

/// Line ends in `text`; CR LF is one.
std::size_t count_line_ends(std::string_view text);

}  // namespace daicho
