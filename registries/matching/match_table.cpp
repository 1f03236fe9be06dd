#include "registries/matching/match_table.hpp"

#include <iterator>

#include "grammars/base/os.hpp"
#include "grammars/base/pipeline.hpp"
#include "grammars/formats/table_column.hpp"

namespace daicho {

namespace {

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

std::size_t match_column(const TableReader& table, const std::string& header, const std::string& name) {
    return header.empty() ? no_column : column_of(table, header, name);
}

}  // namespace

MatchTable::MatchTable(TableReader& table, const std::vector<MatchItem>& items,
                       std::string MatchItem::*header, const std::string& id, const std::string& name,
                       const MatchKnowledge& known, unsigned threads) {
    std::vector<std::size_t> columns;
    for (const MatchItem& item : items) columns.push_back(match_column(table, item.*header, name));
    const std::size_t id_column = match_column(table, id, name);
    const std::size_t number = match_column(table, known.number, name);
    const auto read = [&](const Batch& batch, std::size_t i) {
        Record record;
        record.record = batch.record_number(i);
        record.line = batch.line(i);
        if (id_column != no_column) record.id = batch.cell(i, id_column);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const std::string_view text =
                columns[c] == no_column ? std::string_view{} : batch.cell(i, columns[c]);
            record.values.push_back(read_match_value(items[c].kind, text, known.places));
        }
        return record;
    };
    const auto read_all = [&](const Batch& batch, std::vector<Record>& records) {
        records.clear();
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (!batch.blank(i)) records.push_back(read(batch, i));
        }
    };
    // Former names come from a registry that one thread at a time may ask.
    const auto keep = [&](const Batch& batch, std::vector<Record>& records) {
        std::size_t next = 0;
        for (std::size_t i = 0; number != no_column && i < batch.size(); ++i) {
            if (batch.blank(i)) continue;
            for (const std::string& former : known.former_names(batch.cell(i, number)))
                records[next].formers.push_back(read_match_value(MatchItemKind::former, former));
            ++next;
        }
        records_.insert(records_.end(), std::make_move_iterator(records.begin()),
                        std::make_move_iterator(records.end()));
    };
    ordered_pipeline<Batch, std::vector<Record>>(
        threads != 0 ? threads : hardware_threads(), [&](Batch& batch) { return table.next(batch); },
        [&](Batch& batch, std::vector<Record>& records) { read_all(batch, records); },
        [&](Batch& batch, std::vector<Record>& records) { keep(batch, records); });
}

}  // namespace daicho
