#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/byte_sink.hpp"

namespace daicho {

/// How a cell looks.
enum class CellLook : std::uint8_t {
    plain,
    header,
    title,
    label,
    wrapped,
    error,
    warning,
    info,
    repaired,
    required,  ///< header of a column that must be filled in
    example,   ///< what shall be overwritten
};
inline constexpr std::size_t cell_looks = 11;

class SheetWriter;

/// What may be typed into the cells of a column.
struct CellEntry {
    std::string title;                  ///< of what is shown where a cell is chosen
    std::string hint;                   ///< its text, and that of the refusal
    std::vector<std::string> choices;   ///< a list to choose from
    const SheetWriter* list = nullptr;  ///< the sheet that has the list, where it is long: in the column
    std::size_t list_column = 0;        ///< `list_column`, below a header
    std::size_t list_size = 0;
    std::string formula;  ///< must be true; {} is the cell. Empty: nothing is asked
    bool refuse = false;  ///< nothing else can be typed; else it can after a question
};

/// A sheet that is being written, row after row from the top, the cells of a row in any order. Rows and
/// columns count from 0. Texts are UTF-8 and are shown as they are: no text becomes a number, a date or a
/// formula. Throws Error where a sheet cannot hold what it is given.
class SheetWriter {
 public:
    virtual ~SheetWriter() = default;

    /// The name that it got: that which was asked for, as far as a sheet may bear it.
    virtual const std::string& name() const = 0;
    virtual void text(std::uint64_t row, std::size_t column, std::string_view text,
                      CellLook look = CellLook::plain) = 0;
    virtual void number(std::uint64_t row, std::size_t column, double number,
                        CellLook look = CellLook::plain) = 0;
    /// A text that leads to a cell of a sheet of the same workbook.
    virtual void link(std::uint64_t row, std::size_t column, std::string_view text, const SheetWriter& sheet,
                      std::uint64_t to_row, std::size_t to_column) = 0;
    /// What shows when somebody points at the cell; one a cell.
    virtual void comment(std::uint64_t row, std::size_t column, std::string_view text) = 0;
    /// What may be typed into a column, from one row to another; texts stay as they are typed.
    virtual void entry(std::size_t column, std::uint64_t first_row, std::uint64_t last_row,
                       const CellEntry& entry) = 0;
    /// Width in characters; without it, columns are as wide as what is in them, within reason.
    virtual void column_width(std::size_t column, double width) = 0;
    /// The row that is being written is so many lines high; without it, one.
    virtual void row_lines(std::uint64_t row, std::size_t lines) = 0;
    /// So many rows and columns stay where they are.
    virtual void freeze(std::uint64_t rows, std::size_t columns) = 0;
    /// Printed on its side, all columns on a page; without it, columns go on to further pages.
    virtual void print_on_its_side() = 0;
    /// Filters over the table that begins with the row.
    virtual void filter(std::uint64_t row, std::uint64_t last_row, std::size_t last_column) = 0;
};

/// A workbook of Office Open XML (.xlsx) that is being written. Its bytes depend on nothing but what it is
/// given. Memory grows with comments and links, not with cells.
class WorkbookWriter {
 public:
    /// `name` stands for it in messages.
    explicit WorkbookWriter(const std::string& name);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    /// A further sheet, to the right; lives as long as this. `name` is shortened and made unique where a
    /// sheet may not bear it.
    SheetWriter& add_sheet(std::string_view name);
    /// Writes the workbook into `sink`, and commits that. To be called once, at last.
    void finish(ByteSink& sink);

 private:
    struct State;

    std::unique_ptr<State> state_;
};

}  // namespace daicho
