#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/formats/batch.hpp"
#include "grammars/formats/csv_scalar.hpp"

namespace daicho {

/// Writes records of a table of text anew, cell by cell: what is not exchanged stays as it was written, with
/// its quotation marks and bytes.
class RecordRewriter {
 public:
    /// A cell of the new record: one of the old record, a text, or a text in the place of one.
    struct Part {
        std::optional<std::size_t> column;     ///< of the record as it was
        std::optional<std::string_view> text;  ///< what is written; nothing: the cell as it was
        bool quoted = false;                   ///< a text without cell is in quotation marks
        bool unquoted = false;                 ///< quotation marks go, where the text does not need them
    };

    RecordRewriter(char delimiter, std::size_t columns) : delimiter_(delimiter), columns_(columns) {}

    /// Takes a record apart; its text must live until it was written.
    void read(const RawText& raw);
    std::size_t width() const { return cells_.size; }
    /// The text of a cell without its quotation marks; empty where the record has no such cell.
    std::string_view text(std::size_t column) const;
    bool quoted(std::size_t column) const;
    /// Whether the cell is there and could be written again with all its bytes.
    bool writable(std::size_t column) const;

    /// The record with these cells exchanged (each names its column), all others as they are. Lives until the
    /// next record is written or read.
    RawText with(std::vector<Part> parts);
    /// The record made of `parts` and of the cells that it has beyond those of the table. Lives as long.
    RawText made_of(std::span<const Part> parts);

 private:
    void begin();
    void keep(std::size_t begin, std::size_t end);
    void put(const Part& part);

    char delimiter_;
    std::size_t columns_;
    RawText raw_;
    CsvRecord cells_;
    std::string text_;
    std::vector<SourceBytes> source_;
};

}  // namespace daicho
