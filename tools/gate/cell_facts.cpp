#include "tools/gate/cell_facts.hpp"

#include <algorithm>
#include <optional>

#include "grammars/values/date.hpp"

namespace daicho {

namespace {

constexpr std::size_t size_of_day = 10;  // YYYY-MM-DD

std::optional<std::size_t> column_of(const TableReader& table, const StoredCheck& check,
                                     std::string_view name) {
    const auto& headers = table.header();
    if (const auto found = std::ranges::find(headers, name); found != headers.end())
        return static_cast<std::size_t>(found - headers.begin());
    if (!check.facts.form.places.source_columns) return std::nullopt;
    for (const BoundColumn& column : check.facts.columns) {
        if (column.item == name) return column.column - 1;
    }
    return std::nullopt;
}

/// The columns and values of a key; nothing where a column is missing.
struct WantedKey {
    std::vector<std::pair<std::size_t, std::string>> cells;
    bool known = true;
};

WantedKey wanted_of(const TableReader& table, const StoredCheck& check, const Suppression& suppression) {
    WantedKey wanted;
    for (const auto& [header, value] : suppression.key) {
        const auto column = column_of(table, check, header);
        wanted.known &= column.has_value();
        if (column) wanted.cells.emplace_back(*column, value);
    }
    return wanted;
}

void note_date(std::string_view text, std::string& newest) {
    if (text.empty()) return;
    if (date_type.is_canonical(text, {})) {
        if (text.size() == size_of_day && text > newest) newest = text;
        return;
    }
    const auto date = date_type.canonical(text, {});
    if (date && date.value().size() == size_of_day && date.value() > newest) newest = date.value();
}

}  // namespace

void note_cells(TableReader& table, const std::string& fresh_column, const std::vector<Suppression>& keyed,
                StoredCheck& check) {
    const auto dates = fresh_column.empty() ? std::nullopt : column_of(table, check, fresh_column);
    std::vector<WantedKey> wanted;
    for (const Suppression& one : keyed) wanted.push_back(wanted_of(table, check, one));
    check.suppressed.assign(keyed.size(), {});
    Batch batch;
    while (table.next(batch)) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            if (dates) note_date(batch.cell(record, *dates), check.newest);
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                const bool all =
                    wanted[i].known && std::ranges::all_of(wanted[i].cells, [&](const auto& cell) {
                        return batch.cell(record, cell.first) == cell.second;
                    });
                if (all) check.suppressed[i].push_back(batch.record_number(record));
            }
        }
    }
}

}  // namespace daicho
