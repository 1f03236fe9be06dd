#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/batch_builder.hpp"
#include "grammars/formats/record_checks.hpp"
#include "grammars/formats/record_source.hpp"
#include "grammars/formats/zip_file.hpp"
#include "grammars/workbooks/compound_file.hpp"
#include "grammars/workbooks/header_block.hpp"
#include "grammars/workbooks/rule_ids.hpp"
#include "grammars/workbooks/sheet_choice.hpp"
#include "grammars/workbooks/sheet_layout.hpp"
#include "grammars/workbooks/workbook.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_first_rows = 200;
constexpr std::size_t most_first_cells = 40'000;
constexpr std::size_t most_first_bytes = std::size_t{16} << 20;  ///< a shared string may stand in any of them
constexpr std::size_t batch_bytes = std::size_t{256} << 10;
constexpr std::size_t batch_cells = std::size_t{64} << 10;

/// So many rows without text between two with text are records each; of more, which a few bytes of a file can
/// stand for, the first one is.
constexpr std::uint64_t most_blank_rows = 100;

/// A sheet of a workbook as records: a row each. Rows without text between others are blank records, whether
/// the file has something of them or not; those below the last text are none.
class WorkbookSource final : public RecordSource {
 public:
    WorkbookSource(std::shared_ptr<const Workbook> workbook, const SheetChoice& choice, bool tell_layout)
        : workbook_(std::move(workbook)),
          sheet_(choice.sheet),
          open_(choice.open),
          merged_(workbook_->merged_cells(sheet_)),
          rows_(workbook_->rows(sheet_)),
          tells_layout_(tell_layout),
          layout_(tell_layout, workbook_->tells_traits()) {
        std::ranges::sort(merged_, {}, &MergedCells::first_row);
        read_first_rows();
        tell_sheets(choice);
    }

    const std::string& name() const override { return workbook_->name(); }
    PlaceForm places() const override { return {PlaceForm::Kind::cell, info().name}; }
    std::vector<FirstRecord> first_records() override;
    void start(std::size_t header_records, std::size_t columns) override;
    bool next(Batch& batch) override;
    const std::vector<Finding>& findings() const override { return findings_; }
    std::vector<SheetSummary> sheets() const override { return summarise_sheets(*workbook_, sheet_); }
    std::vector<std::size_t> likely_tables() const override;
    std::unique_ptr<RecordSource> open_other(std::size_t number) const override {
        return std::make_unique<WorkbookSource>(workbook_, choice_of(*workbook_, number - 1), tells_layout_);
    }

 private:
    const SheetInfo& info() const { return workbook_->sheets()[sheet_]; }
    void read_first_rows();
    bool take_row(SheetRow& row);
    void append(BatchBuilder& builder, const SheetRow& row);
    void open_merged(const SheetRow& row);
    std::string_view merged_text(std::uint64_t row, std::uint32_t column) const;
    void tell_sheets(const SheetChoice& choice);
    void tell_hidden();
    void tell_layout();
    void tell_cells(Batch& batch, const SheetRow& row);
    void note_hidden(std::uint64_t row);
    Finding& add(RuleId rule, Severity severity);

    std::shared_ptr<const Workbook> workbook_;
    std::size_t sheet_;
    bool open_;                        ///< nobody named the sheet
    std::vector<MergedCells> merged_;  ///< by their first rows
    std::unique_ptr<SheetRows> rows_;
    std::deque<SheetRow> first_;            ///< read ahead
    std::vector<std::size_t> first_sizes_;  ///< rows that each of the first records was made of
    std::vector<Finding> findings_;
    std::uint64_t last_row_ = 0;  ///< the last one with text
    std::size_t columns_ = 0;
    std::uint64_t record_ = 1;
    std::size_t next_merged_ = 0;
    /// Merged down from a row that was read: their text, by column.
    struct Running {
        MergedCells cells;
        std::string text;
        bool told = false;
    };
    std::vector<Running> running_;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> hidden_rows_;
    bool ended_ = false;
    bool tells_layout_;
    bool layout_told_ = false;
    SheetLayout layout_;
    std::size_t header_rows_ = 1;
};

std::vector<std::size_t> WorkbookSource::likely_tables() const {
    if (!open_ || workbook_->sheets().size() < 2) return {};
    auto likely = daicho::likely_sheets(*workbook_, sheet_);
    for (std::size_t& sheet : likely) ++sheet;
    return likely;
}

void WorkbookSource::read_first_rows() {
    std::size_t cells = 0, bytes = 0;
    SheetRow row;
    while (first_.size() < most_first_rows && cells < most_first_cells && bytes < most_first_bytes &&
           rows_->next(row)) {
        cells += row.cells.size();
        for (const SheetRow::Cell& cell : row.cells) bytes += row.text_of(cell).size();
        first_.push_back(row);
    }
    while (!first_.empty() && first_.size() < most_first_rows && first_.back().cells.empty())
        first_.pop_back();
}

std::vector<FirstRecord> WorkbookSource::first_records() {
    std::size_t width = 0;
    for (const SheetRow& row : first_) width = std::max(width, row.width());
    std::vector<GridRow> grid;
    for (const SheetRow& row : first_) {
        GridRow& to = grid.emplace_back(GridRow{row.number, std::vector<std::string>(width)});
        for (const SheetRow::Cell& cell : row.cells) to.cells[cell.column] = row.text_of(cell);
    }
    const auto blocks = header_blocks(grid, merged_);
    std::vector<FirstRecord> records;
    auto block = blocks.begin();
    for (std::size_t row = 0; row < grid.size(); ++row) {
        FirstRecord& record = records.emplace_back();
        record.place = grid[row].number;
        if (block != blocks.end() && block->first == row) {
            record.cells = block->names;
            first_sizes_.push_back(block->last - block->first + 1);
            row = block->last;
            ++block;
        } else {
            record.cells = std::move(grid[row].cells);
            first_sizes_.push_back(1);
        }
    }
    return records;
}

void WorkbookSource::start(std::size_t header_records, std::size_t columns) {
    columns_ = columns;
    for (std::size_t i = 0; i < header_records; ++i) {
        for (std::size_t row = 0; row < first_sizes_[i]; ++row) {
            open_merged(first_.front());
            last_row_ = first_.front().number;
            first_.pop_front();
        }
    }
    if (header_records == 0 && !first_.empty()) last_row_ = first_.front().number - 1;
    running_.clear();  // what is merged in the header is no value
    if (header_records > 0) header_rows_ = first_sizes_[header_records - 1];
}

bool WorkbookSource::take_row(SheetRow& row) {
    if (!first_.empty()) {
        row = std::move(first_.front());
        first_.pop_front();
        return true;
    }
    return !ended_ && rows_->next(row);
}

/// Takes up the cells that are merged down from this row, and drops those that ended above.
void WorkbookSource::open_merged(const SheetRow& row) {
    std::erase_if(running_, [&](const Running& one) { return one.cells.last_row < row.number; });
    for (; next_merged_ < merged_.size() && merged_[next_merged_].first_row <= row.number; ++next_merged_) {
        const MergedCells& cells = merged_[next_merged_];
        if (cells.first_row != row.number || cells.last_row == cells.first_row) continue;
        const auto cell = std::ranges::find(row.cells, cells.first_column, &SheetRow::Cell::column);
        if (cell != row.cells.end()) running_.push_back({cells, std::string(row.text_of(*cell))});
    }
}

std::string_view WorkbookSource::merged_text(std::uint64_t row, std::uint32_t column) const {
    for (const Running& one : running_) {
        if (one.cells.first_column == column && one.cells.first_row < row) return one.text;
    }
    return {};
}

void WorkbookSource::append(BatchBuilder& builder, const SheetRow& row) {
    builder.record(row.number);
    builder.source(row.text);
    std::uint32_t column = 0;
    for (const SheetRow::Cell& cell : row.cells) {
        for (; column < cell.column; ++column) builder.cell(merged_text(row.number, column));
        builder.cell(row.text_of(cell));
        ++column;
    }
    for (; column < columns_; ++column) builder.cell(merged_text(row.number, column));
    for (const SheetRow::Reading& one : row.readings) builder.reading(one.column, row.text_of(one));
}

bool WorkbookSource::next(Batch& batch) {
    BatchBuilder builder(batch);
    builder.begin(record_);
    std::size_t cells = 0;
    SheetRow row;
    while (cells < batch_cells && batch.parts().text.size() < batch_bytes) {
        if (!take_row(row)) {
            ended_ = true;
            break;
        }
        open_merged(row);
        if (row.cells.empty()) continue;
        const std::uint64_t between = row.number > last_row_ ? row.number - last_row_ - 1 : 0;
        for (std::uint64_t i = 0; i < (between > most_blank_rows ? 1 : between); ++i) {
            builder.record(last_row_ + 1 + i);
            for (std::size_t column = 0; column < columns_; ++column) builder.cell({});
            cells += columns_ + 1;
            ++record_;
        }
        last_row_ = row.number;
        append(builder, row);
        layout_.add(row);
        tell_cells(batch, row);
        if (row.hidden) note_hidden(row.number);
        cells += columns_ + 1;
        ++record_;
    }
    builder.end();
    check_records(batch, columns_);
    if (ended_ && batch.empty()) {
        tell_hidden();
        tell_layout();
    }
    return !batch.empty();
}

/// What there is to say of the cells of a record.
void WorkbookSource::tell_cells(Batch& batch, const SheetRow& row) {
    const auto tell = [&](RuleId rule, std::uint32_t column) -> Finding& {
        Finding& finding = batch.parts().findings.emplace_back();
        finding.rule = rule;
        finding.record = record_;
        finding.place = row.number;
        finding.column = column + 1;
        return finding;
    };
    for (const SheetRow::Cell& cell : row.cells) {
        if (cell.note == CellNote::no_result) tell(rules::formula_without_result, cell.column);
    }
    for (Running& one : running_) {
        if (one.told || one.cells.first_row >= row.number) continue;
        one.told = true;
        Finding& finding = tell(rules::merged_down, one.cells.first_column);
        finding.severity = Severity::warning;
        finding.value = one.text;
        finding.detail = std::to_string(one.cells.first_row) + "-" + std::to_string(one.cells.last_row);
    }
}

void WorkbookSource::note_hidden(std::uint64_t row) {
    if (!hidden_rows_.empty() && hidden_rows_.back().second + 1 == row) {
        hidden_rows_.back().second = row;
    } else {
        hidden_rows_.push_back({row, row});
    }
}

Finding& WorkbookSource::add(RuleId rule, Severity severity) {
    Finding& finding = findings_.emplace_back();
    finding.rule = rule;
    finding.severity = severity;
    return finding;
}

void WorkbookSource::tell_sheets(const SheetChoice& choice) {
    if (!choice.others.empty()) {
        Finding& finding = add(rules::other_sheets, Severity::info);
        finding.value = info().name;
        finding.detail = choice.others;
    }
}

void WorkbookSource::tell_hidden() {
    std::string what;
    const auto name = [&](const std::string& part) { what.append(what.empty() ? "" : ", ").append(part); };
    if (info().hidden) name(info().name);
    const auto& columns = rows_->hidden_columns();
    for (std::size_t column = 0; column < std::min(columns.size(), columns_); ++column) {
        if (!columns[column]) continue;
        std::size_t last = column;
        while (last + 1 < std::min(columns.size(), columns_) && columns[last + 1]) ++last;
        name(column_letters(column) + (last > column ? ":" + column_letters(last) : ""));
        column = last;
    }
    for (const auto& [first, last] : hidden_rows_) {
        name(std::to_string(first) + (last > first ? ":" + std::to_string(last) : ""));
        if (what.size() > 200) break;
    }
    hidden_rows_.clear();
    if (!what.empty()) add(rules::hidden_cells, Severity::info).detail = what;
}

void WorkbookSource::tell_layout() {
    if (layout_told_) return;
    layout_told_ = true;
    auto found = layout_.findings(merged_, workbook_->extras(sheet_), header_rows_);
    findings_.insert(findings_.end(), std::make_move_iterator(found.begin()),
                     std::make_move_iterator(found.end()));
}

std::unique_ptr<RecordSource> records_of(std::unique_ptr<Workbook> workbook, const ReadOptions& options) {
    const SheetChoice choice = choose_sheet(*workbook, options.sheet);
    return std::make_unique<WorkbookSource>(std::shared_ptr<const Workbook>(std::move(workbook)), choice,
                                            options.layout);
}

}  // namespace

std::unique_ptr<RecordSource> open_ooxml(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return records_of(open_ooxml_workbook(std::move(source)), options);
}

std::unique_ptr<RecordSource> open_biff(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return records_of(open_biff_workbook(std::move(source)), options);
}

std::unique_ptr<RecordSource> open_ods(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
    return records_of(open_ods_workbook(std::move(source)), options);
}

/// The first member is its type, stored as it is.
bool begins_ods(std::string_view start) {
    return start.starts_with(zip_magic) &&
           start.substr(std::min<std::size_t>(start.size(), 30))
               .starts_with("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
}

bool begins_ooxml(std::string_view start) {
    return start.starts_with(zip_magic);
}

bool begins_biff(std::string_view start) {
    return start.starts_with(compound_file_magic);
}

}  // namespace daicho
