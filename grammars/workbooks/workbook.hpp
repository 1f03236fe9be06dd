#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/os.hpp"

namespace daicho {

/// What a sheet may have at most (Excel 2007 and later: XFD1048576).
inline constexpr std::uint32_t most_sheet_columns = 16'384;
inline constexpr std::uint64_t most_sheet_rows = 1'048'576;

/// A sheet as the workbook lists it.
struct SheetInfo {
    std::string name;  ///< UTF-8
    bool hidden = false;
};

/// What there is to say of a cell beside its text.
enum class CellNote : std::uint8_t {
    none,
    error,      ///< an error value: its text is "#N/A"
    no_result,  ///< a formula without a stored result
};

/// What a cell is, beside its text.
namespace cell_trait {
inline constexpr std::uint8_t number = 1;    ///< a number, or a date
inline constexpr std::uint8_t formula = 2;   ///< its text is the stored result of one
inline constexpr std::uint8_t external = 4;  ///< of a formula that reads another workbook
inline constexpr std::uint8_t filled = 8;    ///< it has a background of its own
inline constexpr std::uint8_t struck = 16;   ///< its text is struck through
}  // namespace cell_trait

/// A row of a sheet: the cells that have text, from left to right.
struct SheetRow {
    struct Cell {
        std::uint32_t column = 0;  ///< 0 = A
        std::uint32_t begin = 0;   ///< of its text in `text`
        std::uint32_t size = 0;
        CellNote note = CellNote::none;
        std::uint8_t traits = 0;  ///< of `cell_trait`, as far as the format of the workbook tells
    };

    /// How the text of a cell is read.
    struct Reading {
        std::uint32_t column = 0;
        std::uint32_t begin = 0;  ///< in `text`
        std::uint32_t size = 0;
    };

    std::uint64_t number = 0;  ///< 1-based
    bool hidden = false;
    std::string text;  ///< UTF-8
    std::vector<Cell> cells;
    std::vector<Reading> readings{};  ///< as far as the workbook has them, from left to right

    std::string_view text_of(const Cell& cell) const {
        return std::string_view(text).substr(cell.begin, cell.size);
    }
    std::string_view text_of(const Reading& reading) const {
        return std::string_view(text).substr(reading.begin, reading.size);
    }
    /// One more than the last column that has text.
    std::size_t width() const { return cells.empty() ? 0 : cells.back().column + std::size_t{1}; }
};

/// Cells that were merged into one, which is the first: rows 1-based, columns from 0, both ends included.
struct MergedCells {
    std::uint64_t first_row = 0, last_row = 0;
    std::uint32_t first_column = 0, last_column = 0;
};

/// What lies over the cells of a sheet.
struct SheetExtras {
    struct Comment {
        std::string cell;  ///< "B12"
        std::string text;  ///< of the first ones
    };
    std::vector<Comment> comments;
    std::uint64_t objects = 0;  ///< pictures, charts, text boxes
};

/// The cells of a sheet, from top to bottom.
class SheetRows {
 public:
    virtual ~SheetRows() = default;
    /// The next row that the file has, be it empty; false at the end. Throws Error where the file is damaged.
    virtual bool next(SheetRow& row) = 0;
    /// Columns that are hidden, from 0 on; known once `next` was called.
    virtual const std::vector<bool>& hidden_columns() const = 0;
};

/// A workbook of any format. Values are texts as people see them (`NumberFormat`): dates in ISO 8601, TRUE
/// and FALSE, errors as #N/A, formulas by their stored results. How a text is read (ふりがな) is no part of
/// it; of Office Open XML it stands beside.
class Workbook {
 public:
    virtual ~Workbook() = default;

    virtual const std::string& name() const = 0;
    /// In the order of their tabs.
    virtual const std::vector<SheetInfo>& sheets() const = 0;
    /// The rows of a sheet, which do not outlive the workbook.
    virtual std::unique_ptr<SheetRows> rows(std::size_t sheet) const = 0;
    virtual std::vector<MergedCells> merged_cells(std::size_t sheet) const = 0;
    /// Nothing where the format is not looked through for it.
    virtual SheetExtras extras(std::size_t) const { return {}; }
    /// Whether cells say how they look and what they are (`cell_trait`).
    virtual bool tells_traits() const { return false; }
};

/// A workbook of Office Open XML (.xlsx, .xlsm; ECMA-376, transitional or strict). Throws Error where
/// `source` is none, is protected by a password, or damaged.
std::unique_ptr<Workbook> open_ooxml_workbook(std::unique_ptr<ByteSource> source);

/// A workbook of Excel 97 to 2003 (.xls; [MS-XLS]). Throws Error where `source` is none, is protected by a
/// password, of an older Excel, or damaged.
std::unique_ptr<Workbook> open_biff_workbook(std::unique_ptr<ByteSource> source);

/// An OpenDocument spreadsheet (.ods; ISO/IEC 26300). Throws Error where `source` is none, is protected by a
/// password, or damaged.
std::unique_ptr<Workbook> open_ods_workbook(std::unique_ptr<ByteSource> source);

/// A workbook of whichever of these formats its first bytes tell. Throws Error where they tell none.
std::unique_ptr<Workbook> open_workbook(std::unique_ptr<ByteSource> source);

}  // namespace daicho
