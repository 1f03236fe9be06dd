#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "grammars/formats/batch.hpp"
#include "grammars/formats/csv_marks.hpp"
#include "grammars/formats/csv_scalar.hpp"

namespace daicho {

/// How many line ends of each kind there are.
struct LineEnds {
    std::uint64_t lf = 0;
    std::uint64_t crlf = 0;
    std::uint64_t cr = 0;

    std::uint64_t total() const { return lf + crlf + cr; }
    unsigned kinds() const { return (lf != 0) + (crlf != 0) + (cr != 0); }
    void add(const LineEnds& other);
    /// Counts the line end whose last byte is at `at`.
    void add(std::string_view text, std::size_t at);
};

/// All line ends of a text.
LineEnds line_ends(std::string_view text);

/// Splits text into records and cells by byte masks; records whose quoting is broken are read by the scalar
/// reader. Finds S101, S102, S103, S106, S109 and F005.
class CsvSplitter {
 public:
    explicit CsvSplitter(char delimiter, CsvMarker marker = csv_marker())
        : delimiter_(delimiter), marker_(marker) {}

    /// Records of another width are ragged; 0: nothing is expected.
    void expect(std::size_t columns) { columns_ = columns; }
    /// The next text starts on this physical line.
    void start(std::uint64_t line) { line_ = line; }

    /// Splits `parts.text`, which starts with a record, and gives the offset behind the last whole record.
    /// `parts.first_record` must be set, cells, records and findings empty. `last`: nothing follows the text.
    std::size_t split(BatchParts& parts, bool last);

    /// The physical line on which the next record starts.
    std::uint64_t line() const { return line_; }
    /// Line ends of all records so far: all of them, and those that end a record.
    const LineEnds& all_ends() const { return all_ends_; }
    const LineEnds& record_ends() const { return record_ends_; }

 private:
    void add_cells(BatchParts& parts, std::size_t from);
    std::size_t add_marked(BatchParts& parts, std::size_t from, bool last, bool& damaged);
    bool is_damaged(const BatchParts& parts, std::size_t begin, std::size_t end, bool last);
    std::uint32_t unescape(BatchParts& parts, std::size_t begin, std::size_t end, std::size_t& escape);
    void end_record(BatchParts& parts, std::size_t end, std::size_t width, bool sound);
    bool add_scalar(BatchParts& parts, std::size_t& from, bool last);
    void add_troubles(BatchParts& parts) const;
    void add_controls(BatchParts& parts, std::size_t end) const;

    char delimiter_;
    CsvMarker marker_;
    std::size_t columns_ = 0;
    std::uint64_t line_ = 1;
    LineEnds all_ends_;
    LineEnds record_ends_;
    CsvMarks marks_;
    CsvRecord record_;
};

/// Where an offset of the text of a batch is.
struct CellPlace {
    std::size_t record = 0;      ///< index in the batch
    std::uint32_t column = 0;    ///< 1-based
    std::uint32_t offset = 0;    ///< in the cell's text
    std::uint32_t cell_end = 0;  ///< of the cell as written, in the text of the batch
};
CellPlace locate(const BatchParts& parts, std::uint32_t offset, char delimiter);

}  // namespace daicho
