#include "models/dataset/fix.hpp"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/csv_scalar.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/formats/table_patch.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/dataset/dataset_source.hpp"
#include "models/dataset/validate.hpp"

namespace daicho {

namespace {

/// Repairs may bring others to light; more rounds than this would be an error of the rules.
constexpr int most_rounds = 6;

bool is_safe_repair(const Finding& finding) {
    return finding.repair.kind == RepairKind::normal_form || finding.repair.kind == RepairKind::provable;
}

/// The first safe repair of each cell, and what is wrong besides.
class RepairCollector final : public CheckListener {
 public:
    explicit RepairCollector(const FixRequest& request) : request_(request) {}

    void begin_file(const FileFacts& facts) override {
        form = facts.form;
        model = facts.model;
        std::map<std::string, int, std::less<>> seen;
        for (const BoundColumn& column : facts.columns) {
            if (++seen[column.header] > 1) repeated_.insert(column.header);
            if (key.empty() && !column.header.empty()) key = column.header;
        }
    }
    void add(const Finding& finding) override {
        errors += finding.severity == Severity::error ? 1 : 0;
        if (!is_safe_repair(finding) || finding.record == 0 || finding.column == 0) return;
        if (finding.repair.value == finding.value) return;
        if (request_.wanted && !request_.wanted(finding)) return;
        if (finding.header.empty() || repeated_.contains(finding.header)) {
            ++not_written;
            return;
        }
        const std::pair cell{finding.record, finding.column};
        if (!seen_.insert(cell).second) return;
        cells.push_back({finding.record, finding.place, std::string(finding.header), finding.value,
                         finding.repair.value, finding.rule, finding.confidential});
    }
    void end_file(const FileVerdict&) override {}

    TableForm form;
    std::string model;
    std::string key;  ///< header of the first column that has one: tells a row to people
    std::vector<FixedCell> cells;
    std::uint64_t errors = 0;
    std::uint64_t not_written = 0;

 private:
    const FixRequest& request_;
    std::set<std::string, std::less<>> repeated_;
    std::set<std::pair<std::uint64_t, std::uint32_t>> seen_;
};

bool is_json(const TableForm& form) {
    return form.format == "json" || form.format == "jsonl";
}

std::unique_ptr<TableReader> reader_of(const std::string& bytes, const std::string& name,
                                       const ReadOptions& read) {
    DatasetSource source = memory_source(bytes, name);
    return open_table(std::move(source.bytes), read);
}

/// What each record of an edit says in the column `key`.
std::map<std::uint64_t, std::string> keys_of(const std::vector<FixedCell>& cells, TableReader& table,
                                             const std::string& key) {
    std::size_t column = 0;
    while (column < table.columns() && table.header()[column] != key) ++column;
    std::map<std::uint64_t, std::string> keys;
    for (const FixedCell& cell : cells) keys.try_emplace(cell.record);
    auto next = keys.begin();
    for (Batch batch; next != keys.end() && table.next(batch);) {
        for (std::size_t i = 0; i < batch.size() && next != keys.end(); ++i) {
            if (batch.record_number(i) == next->first) (next++)->second = batch.cell(i, column);
        }
    }
    return keys;
}

/// The edits, each with what stands under `key` in its record. Members of JSON objects tell their rows
/// themselves: a first member need not be a text.
std::vector<CellEdit> edits_of(const std::vector<FixedCell>& cells, const std::string& bytes,
                               const std::string& name, const ReadOptions& read, const std::string& key,
                               bool json) {
    std::map<std::uint64_t, std::string> keys;
    if (!json) keys = keys_of(cells, *reader_of(bytes, name, read), key);
    std::vector<CellEdit> edits;
    for (const FixedCell& cell : cells) {
        const std::string& key_field = json ? cell.header : key;
        const std::string& key_text = json ? cell.before : keys.at(cell.record);
        edits.push_back({cell.record, key_field, key_text, cell.header, cell.before, cell.after});
    }
    return edits;
}

PatchOutcome patched(const std::string& bytes, const std::string& name, const ReadOptions& read, bool json,
                     const std::vector<CellEdit>& edits, std::string& out) {
    if (json) return apply_patch_json(bytes, out, edits, name);
    const auto table = reader_of(bytes, name, read);
    Dialect dialect = table->text()->dialect();
    dialect.newline = Newline::mixed;  // line ends stay as they are
    const auto writer = create_table(memory_sink(out), name, dialect, dialect.encoding);
    return apply_patch(*table, *writer, edits, name);
}

void require_cells(const TableForm& form, const std::string& name) {
    if (form.text || is_json(form)) return;
    const std::string label(form.label);
    throw Error{
        ErrorKind::usage,
        name + ": " + label + "のセルだけを書き換えることはできません（表ごと書き直すなら transform）",
        name + ": the cells of " + label + " cannot be exchanged; transform writes the table anew"};
}

/// Cells that were fixed in one round and again in a later one are one change.
void add_cells(std::vector<FixedCell>& all, std::vector<FixedCell>&& more) {
    std::map<std::pair<std::uint64_t, std::string>, FixedCell> merged;
    for (FixedCell& cell : all) merged.emplace(std::pair{cell.record, cell.header}, std::move(cell));
    for (FixedCell& cell : more) {
        const auto [at, fresh] = merged.try_emplace({cell.record, cell.header}, cell);
        if (!fresh) at->second.after = cell.after;
    }
    all.clear();
    for (auto& [place, cell] : merged) {
        if (cell.before != cell.after) all.push_back(std::move(cell));
    }
}

/// Leaves out the cells that the patch could not write.
void drop_refused(std::vector<FixedCell>& cells, const std::vector<RefusedEdit>& refused) {
    std::set<std::pair<std::uint64_t, std::string>> places;
    for (const RefusedEdit& one : refused) places.emplace(one.edit.record, one.edit.field);
    std::erase_if(cells, [&](const FixedCell& cell) { return places.contains({cell.record, cell.header}); });
}

bool is_quoted(const RawText& raw, std::size_t column, const TableReader& table) {
    CsvRecord cells;
    std::size_t skipped = 0;
    read_damaged_csv_record(raw.text, 0, table.text()->dialect().delimiter, true, table.columns(), cells,
                            skipped);
    if (column >= cells.size) return false;
    const auto& cell = cells.cells[column];
    return cell.begin < cell.end && raw.text[cell.begin] == '"';
}

/// Of each cell, whether it got quotation marks with its new text: going back they go as well.
std::vector<bool> newly_quoted(const std::vector<FixedCell>& cells, TableReader& table) {
    const char delimiter = table.text()->dialect().delimiter;
    const std::string special{delimiter, '"', '\r', '\n'};
    std::vector<bool> quoted(cells.size(), false);
    std::size_t at = 0;
    for (Batch batch; at < cells.size() && table.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            for (; at < cells.size() && cells[at].record == batch.record_number(i); ++at) {
                if (cells[at].after.find_first_of(special) == std::string::npos) continue;
                quoted[at] = !is_quoted(batch.raw(i), column_of(table, cells[at].header, {}), table);
            }
        }
    }
    return quoted;
}

/// The patch that makes of the fixed table what there was.
std::string undo_of(const FixOutcome& outcome, const std::string& before, const std::string& name,
                    const ReadOptions& read, const std::string& key, bool json) {
    std::vector<FixedCell> back = outcome.cells;
    for (FixedCell& cell : back) std::swap(cell.before, cell.after);
    auto edits = edits_of(back, outcome.bytes, name, read, key, json);
    if (json) return patch_json(edits);
    const auto unquoted = newly_quoted(outcome.cells, *reader_of(before, name, read));
    for (std::size_t i = 0; i < edits.size(); ++i) edits[i].unquoted = unquoted[i];
    return patch_csv(edits);
}

}  // namespace

FixOutcome fix(std::string bytes, const std::string& name, const FixRequest& request, Models& models) {
    FixOutcome outcome;
    const std::string before = bytes;
    std::string key;
    bool json = false;
    for (int round = 0; round < most_rounds; ++round) {
        RepairCollector found(request);
        validate(memory_source(bytes, name), request.check, models, found);
        if (round == 0) {
            require_cells(found.form, name);
            outcome.places = found.form.places;
            outcome.model = found.model;
            key = found.key;
            json = is_json(found.form);
        }
        outcome.errors_left = found.errors;
        outcome.not_written = found.not_written;
        if (found.cells.empty()) break;
        const auto edits = edits_of(found.cells, bytes, name, request.check.read, key, json);
        std::string fixed;
        const PatchOutcome patch = patched(bytes, name, request.check.read, json, edits, fixed);
        drop_refused(found.cells, patch.refused);
        outcome.not_written += patch.refused.size();
        if (found.cells.empty()) break;
        add_cells(outcome.cells, std::move(found.cells));
        bytes = std::move(fixed);
    }
    outcome.bytes = std::move(bytes);
    outcome.undo = undo_of(outcome, before, name, request.check.read, key, json);
    return outcome;
}

}  // namespace daicho
