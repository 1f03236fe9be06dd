#include "models/comparison/renamed_columns.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "grammars/text/spaces.hpp"
#include "models/comparison/record_hash.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_kept = 4096;
constexpr std::size_t most_columns = 128;  // of a side, of which names are looked for
constexpr double least_share = 0.95;

/// The values of some columns in those records whose keys have the smallest hashes: the same ones of both
/// tables, wherever they stand.
class SmallestRecords {
 public:
    using Values = std::vector<std::uint64_t>;

    SmallestRecords(const ComparedTable& table, const std::vector<std::uint32_t>& key,
                    const std::vector<std::uint32_t>& columns) {
        const auto reader = table.open();
        for (Batch batch; reader->next(batch);) {
            for (std::size_t i = 0; i < batch.size(); ++i) {
                if (!batch.blank(i)) add(batch, i, key, columns);
            }
        }
    }
    const std::map<std::uint64_t, Values>& records() const { return records_; }

 private:
    void add(const Batch& batch, std::size_t record, const std::vector<std::uint32_t>& key,
             const std::vector<std::uint32_t>& columns) {
        CellsHash hash;
        for (const std::uint32_t column : key) hash.add(trimmed(batch.cell(record, column)));
        if (records_.size() == most_kept && hash.value() >= records_.rbegin()->first) return;
        const auto [place, is_new] = records_.try_emplace(hash.value());
        if (!is_new) return;
        for (const std::uint32_t column : columns) {
            const std::string_view cell = trimmed(batch.cell(record, column));
            place->second.push_back(cell.empty() ? 0 : record_hash(cell) | 1);
        }
        if (records_.size() > most_kept) records_.erase(std::prev(records_.end()));
    }
    std::map<std::uint64_t, Values> records_;
};

/// How far a column is another one.
double likeness(const SmallestRecords& before, std::size_t removed, const SmallestRecords& after,
                std::size_t added) {
    std::size_t filled = 0, equal = 0;
    std::set<std::uint64_t> different;
    for (const auto& [key, values] : after.records()) {
        const auto was = before.records().find(key);
        if (was == before.records().end()) continue;
        const std::uint64_t left = was->second[removed], right = values[added];
        if (left == 0 && right == 0) continue;
        ++filled;
        equal += left == right;
        if (different.size() < 2) different.insert(right);
    }
    const bool tells = different.size() >= 2 || filled == 1;
    return filled == 0 || !tells ? 0 : static_cast<double>(equal) / static_cast<double>(filled);
}

struct Sides {
    std::vector<std::uint32_t> key;
    std::vector<std::uint32_t> columns;
    std::vector<std::size_t> indexes;  // of `columns`
};

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> find_renamed(const ComparedTable& before,
                                                              const ComparedTable& after,
                                                              const std::vector<ComparedColumn>& columns) {
    Sides was, is;
    const bool keyed = std::any_of(columns.begin(), columns.end(),
                                   [](const ComparedColumn& column) { return column.is_key; });
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ComparedColumn& column = columns[i];
        if (column.ignored) continue;
        if ((column.added() && is.columns.size() == most_columns) ||
            (column.removed() && was.columns.size() == most_columns))
            continue;
        if (column.added()) {
            is.columns.push_back(*column.new_column);
            is.indexes.push_back(i);
        } else if (column.removed()) {
            was.columns.push_back(*column.old_column);
            was.indexes.push_back(i);
        } else if (column.is_key || !keyed) {
            was.key.push_back(*column.old_column);
            is.key.push_back(*column.new_column);
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> renamed;
    if (was.columns.empty() || is.columns.empty() || was.key.empty()) return renamed;
    const SmallestRecords old_records(before, was.key, was.columns), new_records(after, is.key, is.columns);
    struct Pair {
        double share;
        std::size_t added, removed;
    };
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < is.columns.size(); ++a) {
        for (std::size_t r = 0; r < was.columns.size(); ++r) {
            const double share = likeness(old_records, r, new_records, a);
            if (share >= least_share) pairs.push_back({share, is.indexes[a], was.indexes[r]});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& a, const Pair& b) { return a.share > b.share; });
    std::set<std::size_t> taken;
    for (const Pair& pair : pairs) {
        if (taken.count(pair.added) + taken.count(pair.removed) != 0) continue;
        taken.insert({pair.added, pair.removed});
        renamed.emplace_back(pair.added, pair.removed);
    }
    return renamed;
}

}  // namespace daicho
