#include "grammars/formats/csv_cell.hpp"
#include "models/comparison/reports/difference_texts.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

/// A line a cell that differs: op,class,key,column,before,after,old_record,new_record; in front of them one
/// for each column that is not the same in both tables (op "column"; before and after are its headers, the
/// records its places).
class CsvDifference final : public ComparisonListener {
 public:
    CsvDifference(std::ostream& out, const DifferenceStyle& style) : out_(out), style_(style) {}

    void begin(const ComparisonFacts& facts) override {
        facts_ = &facts;
        out_ << "op,class,key,column,before,after,old_record,new_record\n";
        for (const ComparedColumn& column : facts.columns) {
            if (!column.ignored) tell_column(column);
        }
    }
    void add(const RecordDifference& difference) override {
        std::string key;
        const auto& cells = difference.op == Change::Op::removed ? difference.before : difference.after;
        for (const std::size_t column : facts_->key) {
            key.append(key.empty() ? "" : " ").append(value(cells[column], column));
        }
        for (const CellDifference& cell : difference.cells) {
            std::string line(to_string(difference.op));
            const auto put = [&](std::string_view text) { append_csv_cell(line += ',', text); };
            put(difference.op == Change::Op::changed ? to_string(cell.kind) : to_string(difference.kind));
            put(key);
            put(facts_->columns[cell.column].label);
            put(value(cell.before, cell.column));
            put(value(cell.after, cell.column));
            put(number(difference.old_record));
            put(number(difference.new_record));
            out_ << line << '\n';
        }
    }
    void end(const ComparisonSummary&) override { out_.flush(); }

 private:
    void tell_column(const ComparedColumn& column) {
        const bool plain = column.label == column.header && column.header == column.old_header;
        const bool masked = column.confidential && !style_.show_values;
        const std::string_view what = masked             ? "masked"
                                      : column.added()   ? "added"
                                      : column.removed() ? "removed"
                                      : column.moved     ? "moved"
                                      : !plain           ? "renamed"
                                                         : "";
        if (what.empty()) return;
        std::string line = "column," + std::string(what) + ",";
        const auto put = [&](std::string_view text) { append_csv_cell(line += ',', text); };
        put(column.label);
        put(column.added() ? "" : column.old_header);
        put(column.removed() ? "" : column.header);
        put(column.old_column ? number(*column.old_column + 1) : "");
        put(column.new_column ? number(*column.new_column + 1) : "");
        out_ << line << '\n';
    }
    std::string_view value(std::string_view text, std::size_t column) const {
        const bool hide = facts_->columns[column].confidential && !style_.show_values && !text.empty();
        return hide ? masked_text : text;
    }
    static std::string number(std::uint64_t record) { return record == 0 ? "" : std::to_string(record); }

    std::ostream& out_;
    DifferenceStyle style_;
    const ComparisonFacts* facts_ = nullptr;
};

}  // namespace

std::unique_ptr<ComparisonListener> make_csv_difference(std::ostream& out, const DifferenceStyle& style) {
    return std::make_unique<CsvDifference>(out, style);
}

}  // namespace daicho
