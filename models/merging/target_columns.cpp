#include "models/merging/target_columns.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace daicho {

namespace {

using Place = std::optional<std::size_t>;

/// The columns of a table that are nobody's yet, by their headers.
class FreeColumns {
 public:
    explicit FreeColumns(std::span<const std::string> headers) : taken_(headers.size()) {
        for (std::size_t i = headers.size(); i-- > 0;) places_[headers[i]].push_back(i);
    }

    bool is_free(std::size_t place) const { return place < taken_.size() && !taken_[place]; }
    void take(std::size_t place) { taken_[place] = true; }

    /// The one column with that header; nothing: none has it, or several.
    Place only_one(const std::string& header) {
        const auto found = places_.find(header);
        if (found == places_.end()) return std::nullopt;
        std::vector<std::size_t>& places = found->second;  // the first one last
        while (!places.empty() && taken_[places.back()]) places.pop_back();
        if (places.empty()) return std::nullopt;
        const auto is_other = [&](std::size_t place) { return place != places.back() && !taken_[place]; };
        const auto other = std::find_if(places.rbegin(), places.rend(), is_other);
        return other == places.rend() ? Place(places.back()) : std::nullopt;
    }

 private:
    std::unordered_map<std::string_view, std::vector<std::size_t>> places_;
    std::vector<bool> taken_;
};

}  // namespace

TargetColumns::TargetColumns(const TableChanges& changes, std::span<const std::string> headers)
    : changes_(changes), headers_(headers.begin(), headers.end()), places_(changes.columns.size()) {
    FreeColumns free(headers_);
    const auto take = [&](std::size_t i, Place place) {
        if (places_[i] || !place || !free.is_free(*place)) return;
        places_[i] = place;
        free.take(*place);
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
        if (!column.added && !places_[i]) take(i, free.only_one(column.old_header));
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {  // made already
        const ChangedColumn& column = changes.columns[i];
        if (!column.removed && !places_[i]) take(i, free.only_one(column.new_header));
    }
    index();
}

TargetColumns::TargetColumns(const TableChanges& changes, std::span<const std::string> headers,
                             std::vector<Place> places)
    : changes_(changes), headers_(headers.begin(), headers.end()), places_(std::move(places)) {
    FreeColumns free(headers_);
    for (const Place place : places_) {
        if (place) free.take(*place);
    }
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (!changes.columns[i].added) continue;
        places_[i] = free.only_one(changes.columns[i].new_header);
        if (places_[i]) free.take(*places_[i]);
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
