#include <algorithm>
#include <charconv>

#include "grammars/base/error.hpp"
#include "grammars/characters/conversion_run.hpp"
#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/csv_scalar.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/text/spaces.hpp"

namespace daicho {

namespace {

constexpr std::size_t npos = static_cast<std::size_t>(-1);

/// Index of the column that is called so, by header or number.
std::size_t find_column(const TableReader& table, std::string_view name) {
    const auto& headers = table.header();
    for (std::size_t c = 0; c < headers.size(); ++c) {
        if (trimmed(headers[c]) == trimmed(name)) return c;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool whole = error == std::errc{} && end == name.data() + name.size();
    return whole && number >= 1 && number <= table.columns() ? number - 1 : npos;
}

std::size_t require_column(const TableReader& table, const std::string& name, const std::string& file) {
    const std::size_t column = find_column(table, name);
    if (column != npos) return column;
    refuse_column(table, name, file);
}

/// A column that keeps what another one held.
struct Keeping {
    std::size_t column = 0;       ///< whose cells are kept
    std::size_t existing = npos;  ///< the column that gets them; npos: one is made behind `column`
    std::string header;
};

class TableConversion {
 public:
    TableConversion(ConversionRun& run, TableReader& table, const ConversionRequest& request,
                    const std::string& name)
        : run_(run), table_(table), delimiter_(table.text()->dialect().delimiter) {
        wanted_.assign(table.columns(), request.columns.empty());
        for (const auto& column : request.columns) wanted_[require_column(table, column, name)] = true;
        for (const auto& original : request.originals) {
            const std::size_t column = require_column(table, original.column, name);
            const std::size_t existing = find_column(table, original.header);
            keepings_.push_back({column, existing, original.header});
            if (existing != npos) wanted_[existing] = false;
        }
    }

    void convert() {
        write_preamble();
        for (Batch batch; table_.next(batch);) {
            for (std::size_t record = 0; record < batch.size(); ++record) {
                write({batch.raw(record), batch.line(record), batch.record_number(record)});
            }
        }
    }

 private:
    void write_preamble();
    void write_header(const ConversionStretch& stretch, bool header);
    void write(const ConversionStretch& stretch);
    void read_cells(std::string_view text, bool with_headers);
    void plan_cell(std::string_view text, const WrittenCell& cell);
    void guard(std::string_view text, const WrittenCell& cell, std::size_t first_edit,
               std::size_t first_left);
    void plan_between(std::string_view text);
    void keep(std::string_view text, const Keeping& keeping);
    void insert(std::size_t at, std::string text, std::string rule);
    std::string spelt(std::string_view text);

    ConversionRun& run_;
    TableReader& table_;
    char delimiter_;
    std::vector<bool> wanted_;
    std::vector<Keeping> keepings_;
    CsvRecord record_;
    std::vector<WrittenCell> cells_;
    std::vector<std::size_t> edits_before_;  ///< for each cell: edits that belong to cells before it
    ConversionPlan plan_;
};

void TableConversion::insert(std::size_t at, std::string text, std::string rule) {
    plan_.edits.push_back({at, at, std::move(text), std::move(rule), {}, ConversionLoss::none});
}

/// A text as the encoding of the result wants it.
std::string TableConversion::spelt(std::string_view text) {
    ConversionPlan plan;
    run_.converter().plan(text, 0, text.size(), true, plan);
    std::string out;
    std::size_t at = 0;
    for (const auto& edit : plan.edits) {
        out.append(text.substr(at, edit.begin - at)).append(edit.now);
        at = edit.end;
    }
    return out.append(text.substr(at));
}

void TableConversion::read_cells(std::string_view text, bool with_headers) {
    std::size_t skipped = 0;
    read_damaged_csv_record(text, 0, delimiter_, true, table_.columns(), record_, skipped);
    cells_.clear();
    for (std::size_t i = 0; i < record_.size; ++i) {
        const auto& cell = record_.cells[i];
        WrittenCell& out = cells_.emplace_back();
        out.begin = cell.begin;
        out.end = cell.end;
        out.column = static_cast<std::uint32_t>(i + 1);
        if (with_headers && i < table_.header().size()) out.header = table_.header()[i];
        out.sound = std::none_of(record_.troubles.begin(), record_.troubles.end(),
                                 [&](const auto& trouble) { return trouble.cell == i; });
        out.quoted =
            out.sound && cell.end - cell.begin >= 2 && text[cell.begin] == '"' && text[cell.end - 1] == '"';
        if (out.quoted) {
            ++out.begin;
            --out.end;
        }
    }
}

/// What is written for a character must not end the cell.
void TableConversion::guard(std::string_view text, const WrittenCell& cell, std::size_t first_edit,
                            std::size_t first_left) {
    bool ends_cell = false;
    for (std::size_t i = first_edit; i < plan_.edits.size(); ++i) {
        const std::string& now = plan_.edits[i].now;
        ends_cell |= now.find_first_of("\"\r\n") != now.npos || now.find(delimiter_) != now.npos;
    }
    if (!ends_cell) return;
    const bool can_quote =
        cell.sound && (cell.quoted || text.substr(cell.begin, cell.end - cell.begin).find('"') == text.npos);
    if (!can_quote) {
        plan_.left.resize(first_left);
        for (std::size_t i = first_edit; i < plan_.edits.size(); ++i) {
            plan_.left.push_back({plan_.edits[i].begin, plan_.edits[i].end, "structure", {}});
        }
        plan_.edits.resize(first_edit);
        return;
    }
    for (std::size_t i = first_edit; i < plan_.edits.size(); ++i) {
        std::string& now = plan_.edits[i].now;
        for (std::size_t at = now.find('"'); at != now.npos; at = now.find('"', at + 2))
            now.insert(at, 1, '"');
    }
    if (cell.quoted) return;
    insert(cell.begin, "\"", "quote");
    insert(cell.end, "\"", "quote");
}

void TableConversion::plan_cell(std::string_view text, const WrittenCell& cell) {
    const std::size_t first_edit = plan_.edits.size();
    const std::size_t first_left = plan_.left.size();
    run_.converter().plan(text, cell.begin, cell.end, false, plan_);
    guard(text, cell, first_edit, first_left);
}

/// Cells that nobody asked for are converted as far as the encoding wants it.
void TableConversion::plan_between(std::string_view text) {
    edits_before_.clear();
    for (const auto& cell : cells_) {
        edits_before_.push_back(plan_.edits.size());
        const std::size_t column = cell.column - 1;
        if (column < wanted_.size() && wanted_[column]) {
            plan_cell(text, cell);
        } else {
            run_.converter().plan(text, cell.begin, cell.end, true, plan_);
        }
    }
    edits_before_.push_back(plan_.edits.size());
}

void TableConversion::keep(std::string_view text, const Keeping& keeping) {
    if (keeping.column >= cells_.size()) return;
    const WrittenCell& from = cells_[keeping.column];
    const bool changed = edits_before_[keeping.column] != edits_before_[keeping.column + 1];
    const auto whole = text.substr(from.written_begin(), from.written_end() - from.written_begin());
    if (keeping.existing == npos) {
        std::string cell(1, delimiter_);
        if (changed) cell.append(spelt(whole));
        insert(from.written_end(), std::move(cell), changed ? "original" : "column");
        run_.summary().kept += changed;
        return;
    }
    if (!changed || keeping.existing >= cells_.size()) return;
    const WrittenCell& to = cells_[keeping.existing];
    const auto held = text.substr(to.begin, to.end - to.begin);
    if (!held.empty()) {
        const bool same = held == text.substr(from.begin, from.end - from.begin);
        ++(same ? run_.summary().kept : run_.summary().not_kept);
        return;
    }
    const bool inside = to.quoted || !from.quoted;
    insert(to.begin, spelt(inside ? text.substr(from.begin, from.end - from.begin) : whole), "original");
    ++run_.summary().kept;
}

void TableConversion::write(const ConversionStretch& stretch) {
    const std::string_view text = stretch.raw.text;
    const bool touched = run_.converter().touches(text);
    const bool adds =
        std::any_of(keepings_.begin(), keepings_.end(), [](const Keeping& k) { return k.existing == npos; });
    if (!touched && !adds) {
        const auto failed = run_.pass(stretch);
        if (!failed) return;
        read_cells(text, true);
        run_.refuse(stretch, cells_, *failed);
    }
    plan_.clear();
    read_cells(text, true);
    plan_between(text);
    for (const auto& keeping : keepings_) keep(text, keeping);
    run_.write(stretch, cells_, plan_);
}

/// The header, and what describes the columns below it, get cells for the columns that are made.
void TableConversion::write_header(const ConversionStretch& stretch, bool header) {
    const std::string_view text = stretch.raw.text;
    plan_.clear();
    read_cells(text, false);
    for (const auto& cell : cells_) run_.converter().plan(text, cell.begin, cell.end, true, plan_);
    for (const auto& keeping : keepings_) {
        if (keeping.existing != npos || keeping.column >= cells_.size()) continue;
        std::string cell(1, delimiter_);
        if (header) cell += csv_cell(keeping.header, delimiter_);
        insert(cells_[keeping.column].written_end(), std::move(cell), "column");
    }
    run_.write(stretch, cells_, plan_);
}

void TableConversion::write_preamble() {
    const RawText preamble = table_.text()->preamble();
    const std::uint64_t header_line = table_.header_place().line;
    std::uint64_t line = 1;
    std::size_t first = 0;
    for (std::size_t begin = 0; begin < preamble.text.size();) {
        CsvRecord record;
        std::size_t skipped = 0;
        read_damaged_csv_record(preamble.text, begin, delimiter_, true, 0, record, skipped);
        const auto text = preamble.text.substr(begin, record.end - begin);
        std::size_t behind = first;
        while (behind < preamble.source.size() && preamble.source[behind].offset - preamble.base < record.end)
            ++behind;
        const ConversionStretch stretch{{text, preamble.source.subspan(first, behind - first),
                                         preamble.base + static_cast<std::uint32_t>(begin)},
                                        line,
                                        0};
        if (line >= header_line) {
            write_header(stretch, line == header_line);
        } else {
            plan_.clear();
            run_.converter().plan(text, 0, text.size(), true, plan_);
            run_.write(stretch, {}, plan_);
        }
        line += count_line_ends(text);
        first = behind;
        begin = record.end;
    }
}

}  // namespace

void convert_table(ConversionRun& run, TableReader& table, const ConversionRequest& request,
                   const std::string& name) {
    TableConversion(run, table, request, name).convert();
}

}  // namespace daicho
