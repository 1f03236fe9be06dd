#include "tools/characters/shrink_columns.hpp"

#include <algorithm>
#include <unordered_map>

#include "grammars/base/error.hpp"
#include "grammars/characters/shrink_text.hpp"
#include "grammars/formats/table_column.hpp"

namespace daicho {

namespace {

/// The units of one column, in the order in which they were met.
class ColumnCensus {
 public:
    explicit ColumnCensus(std::string column) : column_(std::move(column)) {}

    void add(std::string_view unit, const UnitShrink& shrink, std::uint64_t line) {
        const auto [place, fresh] = places_.try_emplace(std::string(unit), units_.size());
        if (fresh) units_.push_back({column_, std::string(unit), shrink, 0, line});
        ++units_[place->second].count;
    }
    std::vector<ColumnUnit>& units() { return units_; }

 private:
    std::string column_;
    std::vector<ColumnUnit> units_;
    std::unordered_map<std::string, std::size_t> places_;
};

}  // namespace

std::vector<ColumnUnit> shrink_columns(const std::string& path, const ReadOptions& read,
                                       const std::vector<std::string>& columns,
                                       const CharacterAuthority* authority, ShrinkPolicy policy,
                                       ShrinkTarget target) {
    const auto table = open_table(path, read);
    std::vector<std::size_t> places;
    std::vector<ColumnCensus> found;
    for (const std::string& name : columns) {
        places.push_back(column_of(*table, name, path));
        found.emplace_back(name);
    }
    for (Batch batch; table->next(batch);) {
        for (std::size_t record = 0; record < batch.size(); ++record) {
            for (std::size_t i = 0; i < places.size(); ++i) {
                const std::string_view cell = batch.cell(record, places[i]);
                if (policy != ShrinkPolicy::match_key && surely_fits(cell, target)) continue;
                for (const ShrunkUnit& one : shrink_text(authority, cell, policy, target).units) {
                    found[i].add(slice(cell, one.where), one.shrink, batch.line(record));
                }
            }
        }
    }
    std::vector<ColumnUnit> all;
    for (ColumnCensus& census : found) {
        std::ranges::move(census.units(), std::back_inserter(all));
    }
    return all;
}

}  // namespace daicho
