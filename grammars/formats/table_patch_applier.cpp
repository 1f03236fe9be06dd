#include <algorithm>
#include <span>

#include "grammars/formats/csv_cell.hpp"
#include "grammars/formats/csv_scalar.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/formats/table_patch_guard.hpp"

namespace daicho {

namespace {

using Edits = std::span<const CellEdit>;

class PatchApplier {
 public:
    PatchApplier(TableReader& table, TableWriter& out, const std::string& name)
        : table_(table), out_(out), name_(name), delimiter_(table.text()->dialect().delimiter) {}

    PatchOutcome apply(Edits edits) {
        const RawText preamble = table_.text()->preamble();
        if (!preamble.text.empty()) out_.write_raw(preamble);
        for (Batch batch; table_.next(batch);) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                const Edits here = take_edits(edits, batch.record_number(i));
                if (here.empty() || !write(batch, i, here)) out_.write_raw(batch.raw(i));
            }
        }
        guard_.refuse_rest(edits);
        return guard_.take();
    }

 private:
    std::size_t column(const std::string& header) const { return column_of(table_, header, name_); }

    /// Writes the record with the edits made; false where it is to stay as it is.
    bool write(const Batch& batch, std::size_t record, Edits edits) {
        const auto needed = guard_.needed(edits, [&](const std::string& header) {
            return std::optional(batch.cell(record, column(header)));
        });
        return !needed.empty() && rewrite(batch.raw(record), needed);
    }

    bool rewrite(const RawText& raw, const std::vector<const CellEdit*>& edits) {
        CsvRecord cells;
        std::size_t skipped = 0;
        read_damaged_csv_record(raw.text, 0, delimiter_, true, table_.columns(), cells, skipped);
        struct Place {
            std::size_t begin, end;
            const CellEdit* edit;
        };
        std::vector<Place> places;
        for (const CellEdit* edit : edits) {
            const std::size_t c = column(edit->field);
            if (c >= cells.size || !writable(raw, cells, c)) {
                guard_.refuse(edits, RefusedEdit::Why::unwritable);
                return false;
            }
            places.push_back({cells.cells[c].begin, cells.cells[c].end, edit});
        }
        std::sort(places.begin(), places.end(),
                  [](const Place& a, const Place& b) { return a.begin < b.begin; });
        std::string text;
        std::vector<SourceBytes> source;
        std::size_t at = 0;
        const auto keep = [&](std::size_t end) {
            for (SourceBytes bytes : raw.source) {
                const std::size_t offset = bytes.offset - raw.base;
                if (offset < at || offset >= end) continue;
                bytes.offset = static_cast<std::uint32_t>(offset - at + text.size());
                source.push_back(bytes);
            }
            text.append(raw.text.substr(at, end - at));
        };
        for (const Place& place : places) {
            keep(place.begin);
            append_csv_cell(text, place.edit->after, delimiter_,
                            place.begin < place.end && raw.text[place.begin] == '"' && !place.edit->unquoted);
            at = place.end;
        }
        keep(raw.text.size());
        out_.write_raw({text, source, 0});
        guard_.made(edits.size());
        return true;
    }

    /// Whether the cell could be written again with all its bytes.
    static bool writable(const RawText& raw, const CsvRecord& cells, std::size_t c) {
        const auto& cell = cells.cells[c];
        const bool troubled = std::any_of(cells.troubles.begin(), cells.troubles.end(),
                                          [&](const auto& trouble) { return trouble.cell == c; });
        return !troubled && std::none_of(raw.source.begin(), raw.source.end(), [&](const SourceBytes& bytes) {
            return bytes.offset - raw.base >= cell.begin && bytes.offset - raw.base < cell.end;
        });
    }

    TableReader& table_;
    TableWriter& out_;
    const std::string& name_;
    char delimiter_;
    PatchGuard guard_;
};

}  // namespace

PatchOutcome apply_patch(TableReader& table, TableWriter& out, const std::vector<CellEdit>& edits,
                         const std::string& name) {
    PatchOutcome outcome = PatchApplier(table, out, name).apply(edits);
    out.finish();
    return outcome;
}

}  // namespace daicho
