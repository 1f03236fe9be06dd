#include "grammars/workbooks/workbook_writer.hpp"
#include "models/comparison/reports/difference_texts.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

constexpr std::uint64_t most_rows = 1'000'000;  // a sheet has 1,048,576

/// Hands the bytes of the workbook on.
class StreamOfWorkbook final : public ByteSink {
 public:
    explicit StreamOfWorkbook(std::ostream& out) : out_(out) {}
    void write(std::string_view bytes) override { out_ << bytes; }
    void commit() override { out_.flush(); }

 private:
    std::ostream& out_;
};

/// A workbook with the summary and a filtered list of the cells.
class WorkbookDifference final : public ComparisonListener {
 public:
    WorkbookDifference(std::ostream& out, const DifferenceStyle& style)
        : out_(out),
          style_(style),
          workbook_(style.table),
          summary_(workbook_.add_sheet(in_language(style, "要約", "Summary"))),
          list_(workbook_.add_sheet(in_language(style, "違い", "Differences"))) {}

    void begin(const ComparisonFacts& facts) override;
    void add(const RecordDifference& difference) override;
    void end(const ComparisonSummary& summary) override;

 private:
    void row(const RecordDifference& difference, const CellDifference& cell);

    std::ostream& out_;
    DifferenceStyle style_;
    WorkbookWriter workbook_;
    SheetWriter& summary_;
    SheetWriter& list_;
    const ComparisonFacts* facts_ = nullptr;
    std::uint64_t row_ = 1;
    std::uint64_t left_out_ = 0;
};

void WorkbookDifference::begin(const ComparisonFacts& facts) {
    facts_ = &facts;
    const Text headers[] = {{"種別", "What"},        {"違い", "Difference"}, {"レコード", "Record"},
                            {"列", "Column"},        {"旧", "Old"},          {"新", "New"},
                            {"旧の件目", "Old no."}, {"新の件目", "New no."}};
    for (std::size_t i = 0; i < std::size(headers); ++i) {
        list_.text(0, i, headers[i].in(style_.language), CellLook::header);
    }
    list_.freeze(1, 0);
}

void WorkbookDifference::add(const RecordDifference& difference) {
    const std::uint64_t most = style_.most != 0 ? style_.most : most_rows;
    for (const CellDifference& cell : difference.cells) {
        if (row_ > most) {
            ++left_out_;
            return;
        }
        row(difference, cell);
    }
}

void WorkbookDifference::row(const RecordDifference& difference, const CellDifference& cell) {
    const ComparedColumn& column = facts_->columns[cell.column];
    const bool changed = difference.op == Change::Op::changed;
    const auto value = [&](std::string_view text) {
        return column.confidential && !style_.show_values && !text.empty() ? masked_text : text;
    };
    list_.text(row_, 0, word_for(difference.op, style_));
    list_.text(row_, 1, changed ? word_for(cell.kind, style_) : std::string_view{});
    list_.text(row_, 2, key_text(*facts_, difference, style_));
    list_.text(row_, 3, shown_label(column));
    list_.text(row_, 4, value(cell.before), cell.before.empty() ? CellLook::plain : CellLook::error);
    list_.text(row_, 5, value(cell.after), cell.after.empty() ? CellLook::plain : CellLook::repaired);
    if (difference.old_record != 0) list_.number(row_, 6, static_cast<double>(difference.old_record));
    if (difference.new_record != 0) list_.number(row_, 7, static_cast<double>(difference.new_record));
    ++row_;
}

void WorkbookDifference::end(const ComparisonSummary& summary) {
    std::uint64_t line = 0;
    summary_.text(line++, 0, facts_->old_name + " → " + facts_->new_name, CellLook::title);
    for (const std::string& text : summary_lines(summary, *facts_, style_)) summary_.text(line++, 0, text);
    summary_.text(line++, 0, key_line(*facts_, style_));
    for (const std::string& text : column_lines(*facts_, style_)) summary_.text(line++, 0, text);
    if (left_out_ != 0) {
        summary_.text(
            line++, 0,
            std::string(in_language(style_, "一覧に載せていないレコード: ", "records not listed: ")) +
                counted(style_, left_out_));
    }
    if (row_ > 1) list_.filter(0, row_ - 1, 7);
    StreamOfWorkbook sink(out_);
    workbook_.finish(sink);
}

}  // namespace

std::unique_ptr<ComparisonListener> make_workbook_difference(std::ostream& out,
                                                             const DifferenceStyle& style) {
    return std::make_unique<WorkbookDifference>(out, style);
}

}  // namespace daicho
