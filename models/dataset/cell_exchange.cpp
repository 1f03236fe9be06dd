#include "models/dataset/cell_exchange.hpp"

#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "grammars/base/error.hpp"
#include "grammars/formats/csv_scalar.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/formats/table_patch.hpp"
#include "grammars/formats/table_reader.hpp"
#include "models/dataset/dataset_source.hpp"

namespace daicho {

namespace {

bool is_json_form(const TableForm& form) {
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

void require_cells(const TableForm& form, const std::string& name) {
    if (has_cells_to_exchange(form)) return;
    const std::string label(form.label);
    throw Error{
        ErrorKind::usage,
        name + ": " + label + "のセルだけを書き換えることはできません（表ごと書き直すなら transform）",
        name + ": the cells of " + label + " cannot be exchanged; transform writes the table anew"};
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

}  // namespace

bool has_cells_to_exchange(const TableForm& form) {
    return form.text || is_json_form(form);
}

CellExchange::CellExchange(const std::string& bytes, std::string name, ReadOptions read)
    : name_(std::move(name)), read_(std::move(read)) {
    const auto table = reader_of(bytes, name_, read_);
    const TableForm form = table_form(*table);
    require_cells(form, name_);
    json_ = is_json_form(form);
    for (const std::string& header : table->header()) {
        if (key_.empty()) key_ = header;
    }
}

/// The edits, each with what stands under the key in its record. Members of JSON objects tell their rows
/// themselves: a first member need not be a text.
std::vector<CellEdit> CellExchange::edits_of(const std::string& bytes,
                                             const std::vector<FixedCell>& cells) const {
    std::map<std::uint64_t, std::string> keys;
    if (!json_) keys = keys_of(cells, *reader_of(bytes, name_, read_), key_);
    std::vector<CellEdit> edits;
    for (const FixedCell& cell : cells) {
        const std::string& key_field = json_ ? cell.header : key_;
        const std::string& key_text = json_ ? cell.before : keys.at(cell.record);
        edits.push_back({cell.record, key_field, key_text, cell.header, cell.before, cell.after});
    }
    return edits;
}

std::string CellExchange::exchange(const std::string& bytes, std::vector<FixedCell>& cells) const {
    const std::vector<CellEdit> edits = edits_of(bytes, cells);
    std::string out;
    if (json_) {
        drop_refused(cells, apply_patch_json(bytes, out, edits, name_).refused);
        return out;
    }
    const auto table = reader_of(bytes, name_, read_);
    Dialect dialect = table->text()->dialect();
    dialect.newline = Newline::mixed;  // line ends stay as they are
    const auto writer = create_table(memory_sink(out), name_, dialect, dialect.encoding);
    drop_refused(cells, apply_patch(*table, *writer, edits, name_).refused);
    return out;
}

std::string CellExchange::undo(const std::string& before, const std::string& after,
                               const std::vector<FixedCell>& cells) const {
    std::vector<FixedCell> back = cells;
    for (FixedCell& cell : back) std::swap(cell.before, cell.after);
    std::vector<CellEdit> edits = edits_of(after, back);
    if (json_) return patch_json(edits);
    const auto unquoted = newly_quoted(cells, *reader_of(before, name_, read_));
    for (std::size_t i = 0; i < edits.size(); ++i) edits[i].unquoted = unquoted[i];
    return patch_csv(edits);
}

}  // namespace daicho
