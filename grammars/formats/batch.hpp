#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/buffer.hpp"
#include "grammars/base/finding.hpp"

namespace daicho {

/// Bytes of the source that its encoding would not write again for the character they were read as: a second
/// code of the same character (CP932 has 398 of them), or bytes that are not a valid character and were read
/// as U+FFFD.
struct SourceBytes {
    std::uint32_t offset = 0;  ///< of the character in the UTF-8 text
    std::uint8_t size = 0;     ///< of `bytes`; at most 4
    bool invalid = false;      ///< no character: U+FFFD stands in the text
    unsigned char bytes[4] = {};
};

/// Text as it was written, in UTF-8, with what is needed to write the very same bytes again.
struct RawText {
    std::string_view text;
    std::span<const SourceBytes> source;  ///< those of this text, in order; mostly empty
    std::uint32_t base = 0;               ///< their offsets count from here

    RawText() = default;
    RawText(std::string_view plain) : text(plain) {}
    RawText(const std::string& plain) : text(plain) {}
    RawText(const char* plain) : text(plain) {}
    RawText(std::string_view t, std::span<const SourceBytes> s, std::uint32_t b)
        : text(t), source(s), base(b) {}
    operator std::string_view() const { return text; }
};

/// Where a cell was read, if not in its own record: the number of that record in the source and its place.
struct CellOrigin {
    std::uint64_t record = 0;
    RecordPlace place;  ///< line 0: the cell stands in its own record
};

/// What a batch consists of. For those who fill one; everybody else asks `Batch`.
struct BatchParts {
    /// [begin, begin + size) of `text`, or of `unquoted` where the top bit of `begin` is set.
    struct Cell {
        std::uint32_t begin;
        std::uint32_t size;
    };
    struct Record {
        std::uint32_t first_cell;
        std::uint32_t begin;  ///< in `text`
        std::uint64_t line;
    };
    /// What the place of a record has beside its line.
    struct PlaceInLine {
        std::uint32_t position;
        std::uint32_t element;
    };
    static constexpr std::uint32_t in_unquoted = 0x8000'0000u;

    /// How a cell of a record, from 0, is read: [begin, begin + size) of `unquoted`.
    struct CellReading {
        std::uint32_t record;
        std::uint32_t column;
        std::uint32_t begin;
        std::uint32_t size;
    };

    Buffer<char> text;     ///< the records as written, in UTF-8
    std::string unquoted;  ///< texts of cells with doubled or broken quotes, and readings
    Buffer<Cell> cells;
    Buffer<CellOrigin> origins;         ///< of the cells, where records were joined of several; else empty
    Buffer<Record> records;             ///< and one more that marks the end; or none at all
    Buffer<PlaceInLine> places;         ///< of the records, where a line does not say all; else empty
    std::vector<CellReading> readings;  ///< in order of record and column
    std::vector<SourceBytes> source;
    std::vector<Finding> findings;
    std::vector<Finding> losses;
    std::uint64_t first_record = 1;

    void clear();
};

/// The cells of a column, from record to record: what `Batch::cell` gives. Lives as long as the batch is as
/// it is.
class ColumnCells {
 public:
    ColumnCells(const BatchParts& parts, std::size_t column)
        : records_(parts.records.data()),
          cells_(parts.cells.data()),
          text_(parts.text.data()),
          unquoted_(parts.unquoted.data()),
          column_(column) {}

    std::string_view operator[](std::size_t record) const {
        const std::size_t at = records_[record].first_cell + column_;
        if (at >= records_[record + 1].first_cell) return {};
        const BatchParts::Cell cell = cells_[at];
        const bool unquoted = (cell.begin & BatchParts::in_unquoted) != 0;
        return {(unquoted ? unquoted_ : text_) + (cell.begin & ~BatchParts::in_unquoted), cell.size};
    }

 private:
    const BatchParts::Record* records_;
    const BatchParts::Cell* cells_;
    const char* text_;
    const char* unquoted_;
    std::size_t column_;
};

/// Some consecutive records of a table, with all that is needed to check them on another thread: it owns its
/// text. Every view it gives lives until it is filled again or dies. Texts are valid UTF-8.
class Batch {
 public:
    std::size_t size() const { return parts_.records.empty() ? 0 : parts_.records.size() - 1; }
    bool empty() const { return size() == 0; }

    /// Number of the record in the table: 1 = the first one after the header. Blank records count.
    std::uint64_t record_number(std::size_t record) const { return parts_.first_record + record; }
    /// Physical line on which the record starts, 1 = the first line of the file; of a sheet its row.
    std::uint64_t line(std::size_t record) const { return parts_.records[record].line; }
    /// Where the record starts.
    RecordPlace place(std::size_t record) const {
        if (record >= parts_.places.size()) return line(record);
        return {line(record), parts_.places[record].position, parts_.places[record].element};
    }

    /// Record and place that a cell was read from: those of its record, unless that was joined of several.
    CellOrigin origin(std::size_t record, std::size_t column) const {
        const std::size_t at = parts_.records[record].first_cell + column;
        const bool known = at < parts_.origins.size() && at < parts_.records[record + 1].first_cell;
        if (known && parts_.origins[at].place.line != 0) return parts_.origins[at];
        return {record_number(record), place(record)};
    }

    /// Number of cells that the record really has (1 for an empty line).
    std::size_t width(std::size_t record) const {
        return parts_.records[record + 1].first_cell - parts_.records[record].first_cell;
    }
    /// The text of a cell without its quotes; empty where the record has no such cell.
    std::string_view cell(std::size_t record, std::size_t column) const {
        return this->column(column)[record];
    }
    ColumnCells column(std::size_t column) const { return {parts_, column}; }
    /// How the text of a cell is read, as the source says beside it (ふりがな of a workbook); empty: it says
    /// nothing.
    std::string_view reading(std::size_t record, std::size_t column) const;
    bool has_readings() const { return !parts_.readings.empty(); }

    /// The record has no text in any cell. Such records are counted and reported (S106) and nothing else.
    bool blank(std::size_t record) const;
    /// The record as it was written, with quotes and line end.
    RawText raw(std::size_t record) const;

    /// What was wrong with the structure of these records, in order of place.
    const std::vector<Finding>& findings() const { return parts_.findings; }

    /// Cells of the source that no record has room for, where records were joined of several; record and
    /// place are those of the source.
    const std::vector<Finding>& losses() const { return parts_.losses; }

    /// For readers only: what to fill.
    BatchParts& parts() { return parts_; }
    const BatchParts& parts() const { return parts_; }

 private:
    BatchParts parts_;
};

}  // namespace daicho
