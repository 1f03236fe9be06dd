#include "models/merging/change_applier.hpp"

#include <algorithm>
#include <map>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/record_rewriter.hpp"
#include "models/merging/change_refusals.hpp"
#include "models/merging/header_writer.hpp"
#include "models/merging/record_finder.hpp"

namespace daicho {

namespace {

using Why = ChangeConflict::Why;

std::unique_ptr<TableReader> open_text(const ComparedTable& table) {
    auto reader = table.open();
    if (reader->text() != nullptr) return reader;
    throw Error{
        ErrorKind::usage,
        table.name +
            ": 差分を適用できるのは CSV などテキストの表です。convert で CSV にしてから適用してください。",
        table.name + ": changes are made in tables of text; write it as CSV with convert first"};
}

TargetColumns columns_of(const TableChanges& changes, const TableReader& table, const ApplyRequest& request) {
    const auto headers = std::span(table.header()).first(table.columns());
    if (request.places.empty()) return {changes, headers};
    return {changes, headers, request.places};
}

/// Goes through the table once and makes, or only weighs, the changes.
class ChangeApplier {
 public:
    ChangeApplier(const TableChanges& changes, const ApplyRequest& request, TargetColumns& columns,
                  const RecordFinder& finder, ApplyOutcome& outcome)
        : changes_(changes), request_(request), columns_(columns), finder_(finder), outcome_(outcome) {}

    void check_columns(TableReader& table);
    /// `out` null: nothing is written.
    void run(TableReader& table, TableWriter* out, const std::string& name);

 private:
    void find_missing();
    void meet(const Batch& batch, std::size_t i);
    bool stays(const RecordChange& change, const Batch& batch, std::size_t i);
    bool changed_since(const RecordChange& change, const Batch& batch, std::size_t i) const;
    void merge_cells(std::size_t index, const Batch& batch, std::size_t i);
    void merge_cell(const ChangedCell& cell, ChangeConflict conflict);
    void write(const RawText& raw, bool edited);
    void write_added_before_next();
    void write_added(std::size_t index);
    Side settle(ChangeConflict conflict);
    std::string_view ours_at(std::size_t column) const;
    std::string_view theirs_at(std::size_t column, const ChangeConflict& conflict) const;

    const TableChanges& changes_;
    const ApplyRequest& request_;
    TargetColumns& columns_;
    const RecordFinder& finder_;
    ApplyOutcome& outcome_;

    std::vector<TargetColumns::Cell> layout_;
    bool new_layout_ = false;
    TableWriter* out_ = nullptr;
    std::optional<RecordRewriter> rewriter_;
    std::string line_end_ = "\n";
    char delimiter_ = ',';
    std::string last_;                // the record that was written last, while others are to come
    std::vector<std::size_t> added_;  // changes whose records come, in the order of the new table
    std::size_t next_added_ = 0;
    std::uint64_t position_ = 0;    // records of the new table that were written
    const Batch* batch_ = nullptr;  // the record that is met; null: none
    std::size_t at_ = 0;
    std::map<std::size_t, std::string_view> edits_;  // by column of the changes
};

std::string_view ChangeApplier::ours_at(std::size_t column) const {
    const auto place = columns_.place(column);
    return batch_ != nullptr && place ? batch_->cell(at_, *place) : std::string_view();
}

std::string_view ChangeApplier::theirs_at(std::size_t column, const ChangeConflict& conflict) const {
    const RecordChange& change = changes_.records[conflict.change];
    for (const ChangedCell& cell : change.cells) {
        if (cell.column == column) return cell.after;
    }
    if (column < change.whole.size()) return change.whole[column];
    return change.op == Change::Op::changed ? ours_at(column) : std::string_view();
}

Side ChangeApplier::settle(ChangeConflict conflict) {
    if (request_.settle && conflict.why != Why::unwritable) {
        conflict.taken = request_.settle({conflict, [&](std::size_t column) { return ours_at(column); },
                                          [&](std::size_t column) { return theirs_at(column, conflict); }});
    }
    outcome_.conflicts.push_back(conflict);
    return conflict.taken;
}

/// Columns that go must say what they said; columns that are changed must be there.
void ChangeApplier::check_columns(TableReader& table) {
    std::vector<std::size_t> going;
    for (std::size_t i = 0; i < changes_.columns.size(); ++i) {
        const ChangedColumn& column = changes_.columns[i];
        if (columns_.goes(i) && columns_.place(i)) going.push_back(i);
        if (column.ignored || column.added || column.removed || !columns_.place(i)) continue;
        const std::string& now = table.header()[*columns_.place(i)];
        if (column.old_header != column.new_header && now != column.old_header && now != column.new_header) {
            settle({Why::header, 0, 0, i, column.old_header, now, column.new_header});
        }
    }
    if (going.empty()) return;
    for (Batch batch; table.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const auto change = finder_.change_of(batch.record_number(i));
            for (const std::size_t column : going) {
                if (!columns_.goes(column)) continue;
                std::string_view expected;
                if (change) {
                    for (const ChangedCell& cell : changes_.records[*change].cells) {
                        if (cell.column == column) expected = cell.before;
                    }
                }
                const std::string_view now = batch.cell(i, *columns_.place(column));
                if (now == expected) continue;
                const Side side = settle({Why::column_used,
                                          change.value_or(0),
                                          batch.record_number(i),
                                          column,
                                          std::string(expected),
                                          std::string(now),
                                          {}});
                if (side != Side::theirs) columns_.keep(column);
            }
        }
    }
}

/// Changes whose record is not there.
void ChangeApplier::find_missing() {
    for (std::size_t i = 0; i < changes_.records.size(); ++i) {
        const RecordChange& change = changes_.records[i];
        const std::uint64_t record = finder_.record_of(i);
        if (change.op == Change::Op::added) {
            if (record == 0) added_.push_back(i);
            continue;
        }
        if (record != 0) continue;
        const bool only_loses =
            std::all_of(change.cells.begin(), change.cells.end(),
                        [&](const ChangedCell& cell) { return changes_.columns[cell.column].removed; });
        if (request_.three_way && (change.op == Change::Op::removed || only_loses)) {
            ++outcome_.already;
            continue;
        }
        const Side side = settle({Why::no_record, i, 0, {}, {}, {}, {}});
        if (side == Side::theirs && !change.whole.empty()) added_.push_back(i);
    }
    std::stable_sort(added_.begin(), added_.end(), [&](std::size_t a, std::size_t b) {
        return changes_.records[a].new_record < changes_.records[b].new_record;
    });
}

void ChangeApplier::run(TableReader& table, TableWriter* out, const std::string& name) {
    out_ = out;
    layout_ = columns_.layout();
    new_layout_ = changes_layout(layout_, table.columns());
    delimiter_ = table.text()->dialect().delimiter;
    const Newline end = table.text()->dialect().record_end;
    line_end_ = end == Newline::crlf ? "\r\n" : end == Newline::cr ? "\r" : "\n";
    rewriter_.emplace(delimiter_, table.columns());
    if (out_ != nullptr) write_changed_header(table, *out_, columns_, layout_, name);
    find_missing();
    for (Batch batch; table.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            batch_ = &batch;
            at_ = i;
            meet(batch, i);
            batch_ = nullptr;
        }
    }
    while (next_added_ < added_.size()) write_added(added_[next_added_++]);
}

void ChangeApplier::meet(const Batch& batch, std::size_t i) {
    const std::uint64_t number = batch.record_number(i);
    const auto index = finder_.change_of(number);
    edits_.clear();
    if (index) {
        const RecordChange& change = changes_.records[*index];
        if (change.op == Change::Op::removed) {
            if (!changed_since(change, batch, i) ||
                settle({Why::record_changed, *index, number, {}, {}, {}, {}}) == Side::theirs) {
                ++outcome_.removed;
                return;
            }
        } else {
            merge_cells(*index, batch, i);
        }
    }
    const bool counts = request_.own == nullptr || !request_.own->contains(number) ||
                        (index && changes_.records[*index].op == Change::Op::added);
    if (counts) {
        write_added_before_next();
        ++position_;
    }
    write(batch.raw(i), !edits_.empty());
}

/// Whether a record that is to go says other things than it did.
bool ChangeApplier::changed_since(const RecordChange& change, const Batch& batch, std::size_t i) const {
    for (std::size_t column = 0; column < changes_.columns.size(); ++column) {
        const auto place = columns_.place(column);
        if (!place || changes_.columns[column].ignored) continue;
        if (batch.cell(i, *place) != TableChanges::text_of(change, column)) return true;
    }
    for (std::size_t column = 0; request_.own != nullptr && column < batch.width(i); ++column) {
        const bool extra = column >= columns_.columns() || !columns_.changed_at(column);
        if (extra && !batch.cell(i, column).empty()) return true;
    }
    return false;
}

void ChangeApplier::merge_cells(std::size_t index, const Batch& batch, std::size_t i) {
    const RecordChange& change = changes_.records[index];
    const std::uint64_t number = batch.record_number(i);
    const bool added = change.op == Change::Op::added;
    if (added && !request_.three_way) {
        settle({Why::record_there, index, number, {}, {}, {}, {}});
        return;
    }
    if (added) ++outcome_.already;
    for (const ChangedCell& cell : change.cells) {
        const ChangedColumn& column = changes_.columns[cell.column];
        if (column.ignored || (column.removed && !added)) continue;
        merge_cell(cell, {Why::cell, index, number, cell.column, cell.before,
                          std::string(ours_at(cell.column)), cell.after});
    }
}

void ChangeApplier::merge_cell(const ChangedCell& cell, ChangeConflict conflict) {
    const bool comes = columns_.comes(cell.column);
    if (comes) {
        if (!cell.after.empty()) edits_[cell.column] = cell.after;
        return;
    }
    if (!columns_.place(cell.column)) {
        conflict.why = Why::no_column;
        settle(conflict);
        return;
    }
    if (conflict.ours == cell.after && request_.three_way) {
        if (conflict.ours != cell.before) ++outcome_.already;
        return;
    }
    if (conflict.ours != cell.before && settle(conflict) != Side::theirs) return;
    rewriter_->read(batch_->raw(at_));
    const std::size_t place = *columns_.place(cell.column);
    if (place < rewriter_->width() && !rewriter_->writable(place)) {
        conflict.why = Why::unwritable;
        settle(conflict);
        return;
    }
    edits_[cell.column] = cell.after;
    ++outcome_.cells;
}

void ChangeApplier::write(const RawText& raw, bool edited) {
    if (out_ == nullptr) return;
    const bool blank = batch_ != nullptr && batch_->blank(at_);
    if (!blank && next_added_ < added_.size()) last_ = raw.text;
    if (blank || (!edited && !new_layout_)) return out_->write_raw(raw);
    rewriter_->read(raw);
    std::vector<RecordRewriter::Part> parts;
    bool fits = !new_layout_;
    for (const TargetColumns::Cell& cell : layout_) {
        RecordRewriter::Part part{cell.column, std::nullopt, !cell.column && rewriter_->quoted(0)};
        const auto edit = cell.changed ? edits_.find(*cell.changed) : edits_.end();
        if (edit != edits_.end()) {
            part.text = edit->second;
            fits = fits && *cell.column < rewriter_->width();
        } else if (!cell.column) {
            part.text = std::string_view();
        }
        parts.push_back(part);
    }
    if (!fits) return out_->write_raw(rewriter_->made_of(parts));
    std::erase_if(parts, [](const auto& part) { return !part.text; });
    out_->write_raw(rewriter_->with(std::move(parts)));
}

/// Records that come in front of the record of the new table that is written next.
void ChangeApplier::write_added_before_next() {
    while (next_added_ < added_.size() && changes_.records[added_[next_added_]].new_record <= position_ + 1) {
        ++position_;
        write_added(added_[next_added_++]);
    }
}

void ChangeApplier::write_added(std::size_t index) {
    const RecordChange& change = changes_.records[index];
    const auto text_of = [&](std::size_t column) {
        return column < change.whole.size() ? std::string_view(change.whole[column])
                                            : TableChanges::text_of(change, column);
    };
    for (const ChangedCell& cell : change.cells) {
        const bool lacking = !columns_.place(cell.column) && !columns_.comes(cell.column);
        if (lacking && !cell.after.empty() && !changes_.columns[cell.column].ignored) {
            settle({Why::no_column, index, 0, cell.column, {}, {}, cell.after});
        }
    }
    ++outcome_.added;
    if (out_ == nullptr) return;
    rewriter_->read(last_);  // cells are quoted as those above them are
    std::string text;
    for (std::size_t i = 0; i < layout_.size(); ++i) {
        if (i != 0) text += delimiter_;
        const auto changed = layout_[i].changed;
        append_csv_cell(text, changed ? text_of(*changed) : std::string_view(), delimiter_,
                        rewriter_->quoted(layout_[i].column.value_or(0)));
    }
    if (text.empty()) text = "\"\"";
    out_->write_raw(text + line_end_);
}

}  // namespace

std::string_view to_string(Why why) {
    constexpr std::string_view names[] = {"cell",      "no-record",   "record-changed", "record-there",
                                          "no-column", "column-used", "header",         "unwritable"};
    return names[static_cast<std::size_t>(why)];
}

std::uint64_t ApplyOutcome::open() const {
    return static_cast<std::uint64_t>(
        std::count_if(conflicts.begin(), conflicts.end(),
                      [](const ChangeConflict& conflict) { return conflict.taken == Side::neither; }));
}

ApplyOutcome apply_changes(const ComparedTable& table, const TableChanges& changes,
                           const ApplyRequest& request, const MakeWriter& make) {
    ApplyOutcome outcome;
    const auto first = open_text(table);
    TargetColumns columns = columns_of(changes, *first, request);
    if (!request.three_way) refuse_missing_columns(changes, columns, table.name);
    RecordFinder finder(changes, columns, request.own);
    finder.search(*first);
    if (!request.three_way) refuse_another_table(changes, finder, table.name);
    ChangeApplier(changes, request, columns, finder, outcome).check_columns(*open_text(table));
    if (!request.three_way) {  // all or nothing: weighed before it is written
        ApplyOutcome weighed = outcome;
        ChangeApplier(changes, request, columns, finder, weighed).run(*open_text(table), nullptr, table.name);
        if (!weighed.conflicts.empty()) return weighed;
    }
    const auto reader = open_text(table);
    Dialect dialect = reader->text()->dialect();
    dialect.newline = Newline::mixed;  // line ends stay as they are
    const auto out = make(dialect);
    ChangeApplier(changes, request, columns, finder, outcome).run(*reader, out.get(), table.name);
    out->finish();
    outcome.written = true;
    return outcome;
}

}  // namespace daicho
