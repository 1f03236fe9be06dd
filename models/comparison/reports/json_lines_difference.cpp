#include "grammars/formats/json_writer.hpp"
#include "models/comparison/reports/difference_texts.hpp"
#include "models/comparison/table_changes.hpp"
#include "models/rules/message.hpp"

namespace daicho {

namespace {

/// A line that says what was compared, a `Change` a line, and a line with the counts: `patch` makes the new
/// table of the old one with it.
class JsonLinesDifference final : public ComparisonListener {
 public:
    JsonLinesDifference(std::ostream& out, const DifferenceStyle& style) : out_(out), style_(style) {}

    void begin(const ComparisonFacts& facts) override;
    void add(const RecordDifference& difference) override;
    void end(const ComparisonSummary& summary) override;

 private:
    std::string told(std::string_view value, std::size_t column) const;

    std::ostream& out_;
    DifferenceStyle style_;
    TableChanges changes_;
};

void JsonLinesDifference::begin(const ComparisonFacts& facts) {
    changes_ = changes_of(facts, !style_.show_values);
    changes_.table = style_.table;
    out_ << comparison_line(changes_);
}

void JsonLinesDifference::add(const RecordDifference& difference) {
    RecordChange record;
    record.op = difference.op;
    record.kind = to_string(difference.kind);
    record.old_record = difference.old_record;
    record.new_record = difference.new_record;
    const bool added = difference.op == Change::Op::added;
    for (const std::size_t column : changes_.key) {
        record.key.push_back(told(added ? difference.after[column] : difference.before[column], column));
    }
    for (const CellDifference& cell : difference.cells) {
        record.cells.push_back({cell.column, told(cell.before, cell.column), told(cell.after, cell.column),
                                std::string(to_string(cell.kind))});
    }
    out_ << change_line(record, changes_);
}

/// The value as it may be told.
std::string JsonLinesDifference::told(std::string_view value, std::size_t column) const {
    return std::string(changes_.columns[column].masked && !value.empty() ? masked_text : value);
}

void JsonLinesDifference::end(const ComparisonSummary& summary) {
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    json.key("op").string("summary");
    json.key("old_records").number(summary.old_records).key("new_records").number(summary.new_records);
    json.key("same").number(summary.same).key("changed").number(summary.changed);
    json.key("added").number(summary.added).key("removed").number(summary.removed);
    json.key("same_order").boolean(summary.same_order);
    json.key("old_shared_keys").number(summary.old_shared).key("new_shared_keys").number(summary.new_shared);
    const auto put = [&](std::string_view name, const auto& counts) {
        json.key(name).begin_object();
        for (std::size_t i = difference_classes; i-- > 0;) {
            json.key(to_string(static_cast<DifferenceClass>(i))).number(counts[i]);
        }
        json.end_object();
    };
    put("records", summary.records);
    put("cells", summary.cells);
    json.end_object();
    json.end_line();
    out_ << line;
    out_.flush();
}

}  // namespace

std::unique_ptr<ComparisonListener> make_json_lines_difference(std::ostream& out,
                                                               const DifferenceStyle& style) {
    return std::make_unique<JsonLinesDifference>(out, style);
}

}  // namespace daicho
