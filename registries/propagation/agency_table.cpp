#include <algorithm>

#include "grammars/formats/csv_scalar.hpp"
#include "grammars/formats/table_column.hpp"
#include "grammars/text/narrow.hpp"
#include "registries/propagation/agency_actions.hpp"

namespace daicho {

AgencyTable::AgencyTable(TableReader& table, const AgencyMap& map, const std::string& name,
                         const JsonAsCsv* json)
    : map_(map) {
    for (const AgencyColumn& column : map_.columns) {
        if (column.items.front() == AgencyItem::number) key_ = columns_.size();
        columns_.push_back(column_of(table, column.header, name));
    }
    encoding_ = usual_dialect(table).encoding;
    read(table, json);
}

void AgencyTable::read(TableReader& table, const JsonAsCsv* json) {
    CsvRecord record;
    for (Batch batch; table.next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            const std::string_view key = batch.cell(i, columns_[key_]);
            const std::uint64_t number = corporate_number(Narrow(key).text());
            if (number == 0) continue;
            ++numbers_[number];
            Row row{batch.record_number(i), batch.line(i), number, {}, {}, {}};
            const RawText raw = batch.raw(i);
            std::size_t skipped = 0;
            read_damaged_csv_record(raw.text, 0, usual_dialect(table).delimiter, true, table.columns(),
                                    record, skipped);
            for (const std::size_t column : columns_) {
                row.cells.emplace_back(batch.cell(i, column));
                const bool there = column < record.size;
                const auto& cell = record.cells[there ? column : 0];
                row.quoted.push_back(there && cell.end > cell.begin && raw.text[cell.begin] == '"');
                const bool troubled =
                    std::any_of(record.troubles.begin(), record.troubles.end(),
                                [&](const auto& trouble) { return trouble.cell == column; });
                const bool foreign =
                    std::any_of(raw.source.begin(), raw.source.end(), [&](const SourceBytes& bytes) {
                        return bytes.offset - raw.base >= cell.begin && bytes.offset - raw.base < cell.end;
                    });
                row.unwritable.push_back(!there || troubled || foreign);
            }
            if (json != nullptr) {
                row.line = json->lines[row.record - 1];
                for (std::size_t c = 0; c < row.quoted.size(); ++c) {
                    if (!row.quoted[c] || !row.quoted[key_]) row.unwritable[c] = true;
                }
            }
            rows_.push_back(std::move(row));
        }
    }
}

}  // namespace daicho
