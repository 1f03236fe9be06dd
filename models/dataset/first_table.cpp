#include "models/dataset/first_table.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "grammars/formats/rule_ids.hpp"
#include "grammars/text/spaces.hpp"
#include "models/engine/table_below.hpp"
#include "models/rules/rule.hpp"
#include "models/rules/rule_ids.hpp"

namespace daicho {

namespace {

std::vector<std::string> cells_of(const Batch& batch, std::size_t record) {
    std::vector<std::string> cells;
    for (std::size_t column = 0; column < batch.width(record); ++column)
        cells.emplace_back(without_spaces(batch.cell(record, column)));
    return cells;
}

/// The first cell with text.
std::string_view first_text(const Batch& batch, std::size_t record) {
    std::size_t column = 0;
    while (column + 1 < batch.width(record) && without_spaces(batch.cell(record, column)).empty()) ++column;
    return without_spaces(batch.cell(record, column));
}

/// Its cells with text.
std::string text_of(const Batch& batch, std::size_t record) {
    std::string text;
    for (std::size_t column = 0; column < batch.width(record); ++column) {
        const std::string_view cell = without_spaces(batch.cell(record, column));
        if (!cell.empty()) text.append(text.empty() ? "" : ", ").append(cell);
    }
    return text;
}

/// Passes on the records of the first table and counts those of the others.
class FirstTable final : public TableReader {
 public:
    FirstTable(std::unique_ptr<TableReader> table, std::vector<Finding>* left_out)
        : table_(std::move(table)), below_(table_->header()), left_out_(left_out) {
        for (const std::string& header : table_->header())
            has_text_.push_back(!without_spaces(header).empty());
    }

    std::string_view format() const override { return table_->format(); }
    const PlaceForm& places() const override { return table_->places(); }
    bool has_header() const override { return table_->has_header(); }
    RecordPlace header_place() const override { return table_->header_place(); }
    const std::vector<std::string>& header() const override { return table_->header(); }
    std::size_t columns() const override { return table_->columns(); }
    std::uint64_t header_records() const override { return table_->header_records(); }
    const TableText* text() const override { return table_->text(); }
    std::vector<SheetSummary> sheets() const override { return table_->sheets(); }
    std::vector<std::size_t> likely_tables() const override { return table_->likely_tables(); }
    std::unique_ptr<TableReader> open_other(std::size_t number) const override {
        return table_->open_other(number);
    }

    bool next(Batch& batch) override;
    const std::vector<Finding>& findings() const override {
        return others_.empty() ? table_->findings() : findings_;
    }

 private:
    bool read(Batch& batch);
    void pass_over(const Batch& batch, std::size_t from);
    void begin_other(const RecordsAhead& records, const TableBelow::Start& start);
    void end_other();
    void end();
    void pass_over_row(const Batch& batch, std::size_t record);
    void cut(Batch& batch, std::size_t count);
    void note_columns(const Batch& batch);

    std::unique_ptr<TableReader> table_;
    TableBelow below_;             // of the table that began last
    std::vector<Finding> others_;  // a table each
    std::uint64_t rows_ = 0;       // of the last of them
    std::vector<Finding>* left_out_;
    std::vector<Finding> findings_;
    std::vector<bool> has_text_;  // of the columns of the first table: in the header or a record
    Batch ahead_;
    bool begun_ = false, has_ahead_ = false, ended_ = false;
    std::size_t counted_ = 0;  // records of the batch ahead that were counted with a header
};

bool FirstTable::read(Batch& batch) {
    if (!std::exchange(begun_, true)) has_ahead_ = table_->next(ahead_);
    if (!has_ahead_) return false;
    std::swap(batch, ahead_);
    has_ahead_ = table_->next(ahead_);
    return true;
}

bool FirstTable::next(Batch& batch) {
    while (read(batch)) {
        std::size_t own = 0;
        if (others_.empty()) {
            const auto start = below_.find(batch, has_ahead_ ? &ahead_ : nullptr, 0);
            own = start ? start->begin : batch.size();
        }
        if (own < batch.size()) {
            pass_over(batch, own);
            cut(batch, own);
        }
        note_columns(batch);
        if (own > 0) return true;
    }
    if (!others_.empty() && !std::exchange(ended_, true)) end();
    return false;
}

/// Counts the records of other tables, from `from` on.
void FirstTable::pass_over(const Batch& batch, std::size_t from) {
    from += std::exchange(counted_, 0);
    const Batch* const ahead = has_ahead_ ? &ahead_ : nullptr;
    while (from < batch.size()) {
        const auto start = below_.find(batch, ahead, from);
        const std::size_t end = start ? start->begin : batch.size();
        for (; from < end; ++from) pass_over_row(batch, from);
        if (!start) return;
        begin_other(RecordsAhead(batch, ahead), *start);
        from = start->header + 1;
    }
    counted_ = from - batch.size();
}

void FirstTable::pass_over_row(const Batch& batch, std::size_t record) {
    if (batch.blank(record)) return;
    ++rows_;
    if (left_out_ == nullptr) return;
    Finding& finding = left_out_->emplace_back();
    finding.rule = rules::other_header;
    finding.record = batch.record_number(record);
    finding.place = batch.place(record);
    finding.value = text_of(batch, record);
}

void FirstTable::begin_other(const RecordsAhead& records, const TableBelow::Start& start) {
    if (!others_.empty()) end_other();
    std::size_t top = start.begin;
    while (records.batch(top).blank(records.record(top))) ++top;
    const Rule& rule = *find_rule(rules::other_header.text);
    Finding& finding = others_.emplace_back();
    finding.rule = rules::other_header;
    finding.severity = rule.severity;
    finding.place = records.batch(top).place(records.record(top));
    finding.value = first_text(records.batch(top), records.record(top));
    for (rows_ = 0; top <= start.header; ++top) pass_over_row(records.batch(top), records.record(top));
    below_ = TableBelow(cells_of(records.batch(start.header), records.record(start.header)));
}

void FirstTable::end_other() {
    others_.back().detail = std::to_string(rows_);
}

/// A column without a header that only other tables have is none of the first.
void FirstTable::end() {
    end_other();
    for (const Finding& finding : table_->findings()) {
        const bool of_others =
            finding.rule == rules::blank_header && finding.column != 0 && !has_text_[finding.column - 1];
        if (!of_others) findings_.push_back(finding);
    }
    findings_.insert(findings_.end(), others_.begin(), others_.end());
}

void FirstTable::note_columns(const Batch& batch) {
    for (std::size_t column = 0; column < has_text_.size(); ++column) {
        for (std::size_t record = 0; record < batch.size() && !has_text_[column]; ++record)
            has_text_[column] = !without_spaces(batch.cell(record, column)).empty();
    }
}

/// Leaves `batch` its first `count` records. What was found of the others is told of the file, but for the
/// number of their cells.
void FirstTable::cut(Batch& batch, std::size_t count) {
    std::vector<Finding>& found = batch.parts().findings;
    const std::uint64_t behind = batch.record_number(count);
    const auto first = std::ranges::find_if(found, [&](const Finding& f) { return f.record >= behind; });
    std::copy_if(first, found.end(), std::back_inserter(findings_), [](const Finding& finding) {
        return finding.rule != rules::ragged_record && finding.rule != rules::blank_record;
    });
    found.erase(first, found.end());
    batch.parts().records.resize(count + 1);
}

}  // namespace

std::unique_ptr<TableReader> first_table(std::unique_ptr<TableReader> table, std::vector<Finding>* left_out) {
    const PlaceForm::Kind kind = table->places().kind;
    const bool of_rows = kind == PlaceForm::Kind::line || kind == PlaceForm::Kind::cell;
    if (!of_rows || !table->has_header()) return table;
    return std::make_unique<FirstTable>(std::move(table), left_out);
}

}  // namespace daicho
