#include "registries/propagation/published_corporation.hpp"

#include "grammars/formats/csv_cell.hpp"

namespace daicho {

namespace {

/// Reads the cell at the front of `row` and takes it and its comma off; false behind the last one.
bool take_cell(std::string_view& row, bool& more, std::string& cell) {
    cell.clear();
    if (!more) return false;
    std::size_t at = 0;
    if (!row.empty() && row[0] == '"') {
        for (at = 1; at < row.size(); ++at) {
            if (row[at] != '"') {
                cell += row[at];
            } else if (at + 1 < row.size() && row[at + 1] == '"') {
                cell += row[at++];
            } else {
                ++at;
                break;
            }
        }
    }
    const std::size_t comma = row.find(',', at);
    cell.append(row.substr(at, comma - at));
    more = comma != row.npos;
    row.remove_prefix(more ? comma + 1 : row.size());
    return true;
}

}  // namespace

std::optional<PublishedCorporation> read_published_corporation(std::string_view row) {
    PublishedCorporation state;
    std::size_t count = 0;
    bool more = true;
    for (std::string cell; take_cell(row, more, cell); ++count) {
        if (count < corporation_item::count) state.values[count] = cell;
    }
    const bool known = count == 23 || count == 28 || count == 29 || count == 30;
    return known ? std::optional(std::move(state)) : std::nullopt;
}

std::string write_published_corporation(const PublishedCorporation& state) {
    std::string row;
    for (std::size_t i = 0; i < corporation_item::count; ++i) {
        if (i > 0) row += ',';
        append_csv_cell(row, state.values[i]);
    }
    return row;
}

}  // namespace daicho
