#include "grammars/formats/json_writer.hpp"
#include "models/comparison/reports/difference_texts.hpp"

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
    std::ostream& out_;
    DifferenceStyle style_;
    const ComparisonFacts* facts_ = nullptr;
};

void JsonLinesDifference::begin(const ComparisonFacts& facts) {
    facts_ = &facts;
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    json.key("op").string("compare").key("version").number(1);
    json.key("old").string(facts.old_name).key("new").string(facts.new_name);
    json.key("table").string(style_.table);
    json.key("key_source").string(to_string(facts.key_source)).key("model").string_or_null(facts.model);
    json.key("key").begin_array();
    for (const std::size_t column : facts.key) json.string(facts.columns[column].label);
    json.end_array().key("columns").begin_array();
    for (const ComparedColumn& column : facts.columns) {
        json.begin_object().key("name").string(column.label);
        json.key("old_header");
        column.old_column ? json.string(column.old_header) : json.null();
        json.key("new_header");
        column.new_column ? json.string(column.header) : json.null();
        if (column.old_column) json.key("old_column").number(*column.old_column + 1);
        if (column.new_column) json.key("new_column").number(*column.new_column + 1);
        if (column.moved) json.key("moved").boolean(true);
        if (column.ignored) json.key("ignored").boolean(true);
        json.end_object();
    }
    json.end_array().end_object();
    json.end_line();
    out_ << line;
}

void JsonLinesDifference::add(const RecordDifference& difference) {
    Change change;
    change.op = difference.op;
    change.table = style_.table;
    change.kind = to_string(difference.kind);
    change.old_record = difference.old_record;
    change.new_record = difference.new_record;
    const auto& cells = difference.op == Change::Op::removed ? difference.before : difference.after;
    for (const std::size_t column : facts_->key) {
        change.key.emplace_back(facts_->columns[column].label, std::string(cells[column]));
    }
    for (const CellDifference& cell : difference.cells) {
        Change::Item& item = change.items.emplace_back();
        item.name = facts_->columns[cell.column].label;
        item.before = cell.before;
        item.after = cell.after;
        if (difference.op == Change::Op::changed) item.kind = to_string(cell.kind);
    }
    out_ << change_json(change);
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
