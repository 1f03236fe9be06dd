#include "models/comparison/table_changes.hpp"

#include <algorithm>

#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace {

ChangedColumn changed_column(const ComparedColumn& column) {
    ChangedColumn changed;
    changed.label = column.label;
    changed.added = column.added();
    changed.removed = column.removed();
    changed.moved = column.moved;
    changed.ignored = column.ignored;
    changed.confidential = column.confidential;
    if (!changed.added) changed.old_header = column.old_header;
    if (!changed.removed) changed.new_header = column.header;
    if (column.old_column) changed.old_place = *column.old_column;
    if (column.new_column) changed.new_place = *column.new_column;
    return changed;
}

}  // namespace

std::string_view TableChanges::text_of(const RecordChange& record, std::size_t column) {
    const auto found = std::find_if(record.cells.begin(), record.cells.end(),
                                    [&](const ChangedCell& cell) { return cell.column == column; });
    if (found == record.cells.end()) return {};
    return record.op == Change::Op::removed ? found->before : found->after;
}

TableChanges changes_of(const ComparisonFacts& facts, bool masks) {
    TableChanges changes;
    changes.old_name = facts.old_name;
    changes.new_name = facts.new_name;
    changes.model = facts.model;
    changes.key_source = to_string(facts.key_source);
    changes.key = facts.key;
    for (const ComparedColumn& column : facts.columns) {
        changes.columns.push_back(changed_column(column));
        changes.columns.back().masked = masks && column.confidential && !column.ignored;
    }
    return changes;
}

void ChangeCollector::begin(const ComparisonFacts& given) {
    facts = given;
    changes = changes_of(facts, false);
}

void ChangeCollector::add(const RecordDifference& difference) {
    RecordChange& record = changes.records.emplace_back();
    record.op = difference.op;
    record.kind = to_string(difference.kind);
    record.old_record = difference.old_record;
    record.new_record = difference.new_record;
    const bool added = difference.op == Change::Op::added;
    for (const std::size_t column : changes.key) {
        record.key.emplace_back(added ? difference.after[column] : difference.before[column]);
    }
    for (const CellDifference& cell : difference.cells) {
        record.cells.push_back({cell.column, std::string(cell.before), std::string(cell.after),
                                std::string(to_string(cell.kind))});
    }
    if (difference.op != Change::Op::removed) {
        record.whole.assign(difference.after.begin(), difference.after.end());
    }
}

void ChangeCollector::end(const ComparisonSummary& summary) {
    changes.unique_keys = !changes.key.empty() && summary.old_shared == 0 && summary.new_shared == 0;
    changes.old_records = summary.old_records;
}

std::string comparison_line(const TableChanges& changes) {
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    json.key("op").string("compare").key("version").number(1);
    json.key("old").string(changes.old_name).key("new").string(changes.new_name);
    json.key("table").string(changes.table);
    json.key("key_source").string(changes.key_source).key("model").string_or_null(changes.model);
    json.key("key").begin_array();
    for (const std::size_t column : changes.key) json.string(changes.columns[column].label);
    json.end_array().key("columns").begin_array();
    for (const ChangedColumn& column : changes.columns) {
        json.begin_object().key("name").string(column.label);
        json.key("old_header");
        column.added ? json.null() : json.string(column.old_header);
        json.key("new_header");
        column.removed ? json.null() : json.string(column.new_header);
        if (column.old_place) json.key("old_column").number(*column.old_place + 1);
        if (column.new_place) json.key("new_column").number(*column.new_place + 1);
        if (column.moved) json.key("moved").boolean(true);
        if (column.ignored) json.key("ignored").boolean(true);
        if (column.confidential) json.key("confidential").boolean(true);
        if (column.masked) json.key("masked").boolean(true);
        json.end_object();
    }
    json.end_array().end_object();
    json.end_line();
    return line;
}

std::string change_line(const RecordChange& record, const TableChanges& changes) {
    Change change;
    change.op = record.op;
    change.table = changes.table;
    change.kind = record.kind.empty() ? to_string(DifferenceClass::real) : std::string_view(record.kind);
    change.old_record = record.old_record;
    change.new_record = record.new_record;
    for (std::size_t i = 0; i < record.key.size(); ++i) {
        const std::size_t column = changes.key[i];
        const auto cell = std::find_if(record.cells.begin(), record.cells.end(),
                                       [&](const ChangedCell& one) { return one.column == column; });
        const bool now = record.op == Change::Op::changed && cell != record.cells.end();
        change.key.emplace_back(changes.columns[column].label, now ? cell->after : record.key[i]);
    }
    for (const ChangedCell& cell : record.cells) {
        Change::Item& item = change.items.emplace_back();
        item.name = changes.columns[cell.column].label;
        item.before = cell.before;
        item.after = cell.after;
        if (record.op == Change::Op::changed) item.kind = cell.kind;
    }
    return change_json(change);
}

}  // namespace daicho
