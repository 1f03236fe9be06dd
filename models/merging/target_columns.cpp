#include "models/merging/target_columns.hpp"

#include <algorithm>

namespace daicho {

namespace {

using Place = std::optional<std::size_t>;

Place only_one(std::span<const std::string> headers, const std::string& header,
               const std::vector<bool>& taken) {
    Place found;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (headers[i] != header || taken[i]) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

}  // namespace

TargetColumns::TargetColumns(const TableChanges& changes, std::span<const std::string> headers)
    : changes_(changes), headers_(headers.begin(), headers.end()), places_(changes.columns.size()) {
    std::vector<bool> taken(headers_.size());
    const auto take = [&](std::size_t i, Place place) {
        if (places_[i] || !place || *place >= headers_.size() || taken[*place]) return;
        places_[i] = place;
        taken[*place] = true;
    };
    for (std::size_t i = 0; i < places_.size(); ++i) {  // where it was
        const ChangedColumn& column = changes.columns[i];
        const Place place = column.old_place;
        if (!column.added && place && *place < headers_.size() && headers_[*place] == column.old_header) {
            take(i, place);
        }
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const ChangedColumn& column = changes.columns[i];
        if (!column.added) take(i, only_one(headers_, column.old_header, taken));
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {  // made already
        const ChangedColumn& column = changes.columns[i];
        if (!column.removed) take(i, only_one(headers_, column.new_header, taken));
    }
    index();
}

TargetColumns::TargetColumns(const TableChanges& changes, std::span<const std::string> headers,
                             std::vector<Place> places)
    : changes_(changes), headers_(headers.begin(), headers.end()), places_(std::move(places)) {
    std::vector<bool> taken(headers_.size());
    for (const Place place : places_) {
        if (place) taken[*place] = true;
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (!changes.columns[i].added) continue;
        places_[i] = only_one(headers_, changes.columns[i].new_header, taken);
        if (places_[i]) taken[*places_[i]] = true;
    }
    index();
}

void TargetColumns::index() {
    kept_.assign(places_.size(), false);
    changed_at_.assign(headers_.size(), std::nullopt);
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (places_[i]) changed_at_[*places_[i]] = i;
    }
}

bool TargetColumns::laid_out_as_before() const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const ChangedColumn& column = changes_.columns[i];
        const bool as_before =
            column.added ? !places_[i] : !column.old_place || places_[i] == column.old_place;
        if (!as_before) return false;
    }
    return true;
}

std::vector<TargetColumns::Cell> TargetColumns::layout() const {
    const bool as_before = laid_out_as_before();
    const auto settles = [&](const ChangedColumn& column) {
        return as_before && !column.ignored && !column.removed && column.new_place &&
               (column.old_place || column.added);
    };
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < headers_.size(); ++i) {
        const Place changed = changed_at_[i];
        if (changed && (goes(*changed) || settles(changes_.columns[*changed]))) continue;
        cells.push_back({i, changed});
    }
    if (as_before) {
        std::vector<std::size_t> placed;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            if (settles(changes_.columns[i])) placed.push_back(i);
        }
        std::sort(placed.begin(), placed.end(), [&](std::size_t a, std::size_t b) {
            return *changes_.columns[a].new_place < *changes_.columns[b].new_place;
        });
        for (const std::size_t i : placed) {
            const auto at = std::min(*changes_.columns[i].new_place, cells.size());
            cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(at), Cell{places_[i], i});
        }
        return cells;
    }
    Place before;  // the column of the changes that a new one stands behind
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (comes(i)) {
            const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
                return before && cell.changed == before;
            });
            cells.insert(found == cells.end() ? (before ? cells.end() : cells.begin()) : found + 1,
                         Cell{std::nullopt, i});
        }
        if (comes(i) || (places_[i] && !goes(i))) before = i;
    }
    return cells;
}

std::string TargetColumns::header(const Cell& cell) const {
    if (!cell.column) return changes_.columns[*cell.changed].new_header;
    const std::string& now = headers_[*cell.column];
    if (!cell.changed) return now;
    const ChangedColumn& column = changes_.columns[*cell.changed];
    const bool renamed = !column.added && !column.removed && !column.ignored && now == column.old_header;
    return renamed ? column.new_header : now;
}

}  // namespace daicho
