#include "grammars/workbooks/biff_sheet.hpp"

#include <algorithm>

#include "grammars/base/error.hpp"
#include "grammars/workbooks/biff_records.hpp"
#include "grammars/workbooks/little_endian.hpp"

namespace daicho {

namespace {

std::string_view error_text(unsigned code) {
    switch (code) {
        case 0x00:
            return "#NULL!";
        case 0x07:
            return "#DIV/0!";
        case 0x0F:
            return "#VALUE!";
        case 0x17:
            return "#REF!";
        case 0x1D:
            return "#NAME?";
        case 0x24:
            return "#NUM!";
        default:
            return "#N/A";
    }
}

/// A number in the short form of [MS-XLS] 2.5.217.
double rk_value(std::uint32_t rk) {
    double value = 0;
    if (rk & 2) {
        value = static_cast<std::int32_t>(rk) >> 2;
    } else {
        value = double_of(std::uint64_t{rk & ~std::uint32_t{3}} << 32);
    }
    return rk & 1 ? value / 100 : value;
}

/// The cells of a sheet, which are read at once: they may come in any order.
class BiffSheet final : public SheetRows {
 public:
    BiffSheet(std::string_view stream, std::size_t at, const CellMeanings& meanings, const std::string& name)
        : meanings_(meanings), name_(name), records_(stream, at) {
        read();
        std::ranges::stable_sort(cells_, {}, [](const Cell& one) { return std::pair(one.row, one.column); });
        std::ranges::sort(hidden_rows_);
    }

    bool next(SheetRow& row) override;
    const std::vector<bool>& hidden_columns() const override { return hidden_columns_; }

 private:
    struct Cell {
        std::uint32_t row, column;
        std::size_t begin, end;  ///< of its text
        CellNote note;
    };

    void read();
    void read_cell(std::string_view data);
    void read_formula(std::string_view data);
    void add_number(std::uint32_t row, std::uint32_t column, std::size_t style, double value);
    void add(std::uint32_t row, std::uint32_t column, CellNote note = CellNote::none);
    void hide_columns(std::string_view data);
    [[noreturn]] void refuse(const std::string& ja, const std::string& en) const;

    CellMeanings meanings_;
    std::string name_;
    BiffRecords records_;
    std::string text_;
    std::size_t begin_ = 0;  // of the text of the cell that is read
    std::vector<Cell> cells_;
    std::vector<std::uint32_t> hidden_rows_;
    std::vector<bool> hidden_columns_;
    std::size_t next_ = 0;
};

void BiffSheet::refuse(const std::string& ja, const std::string& en) const {
    throw Error{ErrorKind::input, name_ + ": ブックが壊れています（" + ja + "）。もう一度入手してください。",
                name_ + ": this workbook is damaged (" + en + "); get the file again"};
}

void BiffSheet::read() {
    int depth = 0;  // a chart has a beginning and an end of its own in the sheet
    while (records_.next()) {
        const std::string_view data = records_.data();
        if (records_.id() == biff::begin) {
            ++depth;
        } else if (records_.id() == biff::end) {
            if (--depth <= 0) return;
        } else if (depth != 1) {
            continue;
        } else if (records_.id() == biff::row) {
            if (u16_at(data, 12) & 0x20) hidden_rows_.push_back(u16_at(data, 0));
        } else if (records_.id() == biff::column_info) {
            hide_columns(data);
        } else {
            read_cell(data);
        }
    }
    refuse("シートの終わりがありません", "a sheet has no end");
}

void BiffSheet::hide_columns(std::string_view data) {
    if ((u16_at(data, 8) & 1) == 0) return;
    const std::size_t last = std::min<std::size_t>(u16_at(data, 2), 255);
    if (hidden_columns_.size() <= last) hidden_columns_.resize(last + 1);
    for (std::size_t column = u16_at(data, 0); column <= last; ++column) hidden_columns_[column] = true;
}

void BiffSheet::read_cell(std::string_view data) {
    const std::uint32_t row = u16_at(data, 0), column = u16_at(data, 2), style = u16_at(data, 4);
    switch (records_.id()) {
        case biff::label_of_string: {
            const std::size_t index = u32_at(data, 6);
            if (index >= meanings_.strings.size()) {
                refuse("文字列 " + std::to_string(index) + " がありません",
                       "there is no string " + std::to_string(index));
            }
            meanings_.format(style).append_text(text_, meanings_.strings[index]);
            add(row, column);
            break;
        }
        case biff::label:
        case biff::rich_label:
            BiffText(records_, 6).append(text_);
            add(row, column);
            break;
        case biff::number:
            add_number(row, column, style, double_of(number_at(data, 6, 8)));
            break;
        case biff::rk:
            add_number(row, column, style, rk_value(u32_at(data, 6)));
            break;
        case biff::many_rk:
            for (std::size_t at = 4, i = 0; at + 8 <= data.size(); at += 6, ++i) {
                add_number(row, column + static_cast<std::uint32_t>(i), u16_at(data, at),
                           rk_value(u32_at(data, at + 2)));
            }
            break;
        case biff::bool_or_error:
            text_ += number_at(data, 7, 1) != 0   ? error_text(static_cast<unsigned>(number_at(data, 6, 1)))
                     : number_at(data, 6, 1) != 0 ? "TRUE"
                                                  : "FALSE";
            add(row, column, number_at(data, 7, 1) != 0 ? CellNote::error : CellNote::none);
            break;
        case biff::formula:
            read_formula(data);
            break;
        default:
            break;
    }
}

void BiffSheet::read_formula(std::string_view data) {
    const std::uint32_t row = u16_at(data, 0), column = u16_at(data, 2), style = u16_at(data, 4);
    if (u16_at(data, 12) != 0xFFFF) {
        add_number(row, column, style, double_of(number_at(data, 6, 8)));
        return;
    }
    const auto kind = number_at(data, 6, 1), value = number_at(data, 8, 1);
    if (kind == 1) {
        text_ += value != 0 ? "TRUE" : "FALSE";
        add(row, column);
    } else if (kind == 2) {
        text_ += error_text(static_cast<unsigned>(value));
        add(row, column, CellNote::error);
    } else if (kind ==
               0) {  // its text is in a record of its own, which may stand behind those of the formula
        while (records_.next_id() != biff::formula_text) {
            const std::uint32_t next = records_.next_id();
            if (next == biff::end || next == biff::formula || !records_.next())
                return add(row, column, CellNote::no_result);
        }
        records_.next();
        BiffText(records_, 0).append(text_);
        add(row, column);
    }
}

void BiffSheet::add_number(std::uint32_t row, std::uint32_t column, std::size_t style, double value) {
    meanings_.format(style).append(text_, value, meanings_.dates);
    add(row, column);
}

/// A cell with the text that was appended last.
void BiffSheet::add(std::uint32_t row, std::uint32_t column, CellNote note) {
    if (column > 255) refuse("列 " + std::to_string(column + 1), "column " + std::to_string(column + 1));
    if (text_.size() > begin_ || note != CellNote::none)
        cells_.push_back({row, column, begin_, text_.size(), note});
    begin_ = text_.size();
}

bool BiffSheet::next(SheetRow& row) {
    if (next_ == cells_.size()) return false;
    const std::uint32_t number = cells_[next_].row;
    row.number = number + 1;
    row.hidden = std::ranges::binary_search(hidden_rows_, number);
    row.text.clear();
    row.cells.clear();
    for (; next_ < cells_.size() && cells_[next_].row == number; ++next_) {
        const Cell& cell = cells_[next_];
        if (!row.cells.empty() && row.cells.back().column == cell.column)
            continue;  // said twice: the first counts
        const auto begin = static_cast<std::uint32_t>(row.text.size());
        row.text.append(text_, cell.begin, cell.end - cell.begin);
        row.cells.push_back(
            {cell.column, begin, static_cast<std::uint32_t>(cell.end - cell.begin), cell.note});
    }
    return true;
}

}  // namespace

std::unique_ptr<SheetRows> read_biff_sheet(std::string_view stream, std::size_t at,
                                           const CellMeanings& meanings, const std::string& name) {
    return std::make_unique<BiffSheet>(stream, at, meanings, name);
}

std::vector<MergedCells> merged_cells_of_biff(std::string_view stream, std::size_t at) {
    std::vector<MergedCells> all;
    int depth = 0;
    for (BiffRecords records(stream, at); records.next();) {
        if (records.id() == biff::begin) ++depth;
        if (records.id() == biff::end && --depth <= 0) break;
        if (records.id() != biff::merged || depth != 1) continue;
        const std::string_view data = records.data();
        for (std::size_t i = 2; i + 8 <= data.size(); i += 8) {
            const MergedCells one{u16_at(data, i) + 1, u16_at(data, i + 2) + 1, u16_at(data, i + 4),
                                  u16_at(data, i + 6)};
            if (one.first_row <= one.last_row && one.first_column <= one.last_column) all.push_back(one);
        }
    }
    return all;
}

}  // namespace daicho
