#include "models/comparison/likeness.hpp"

#include <algorithm>
#include <unordered_map>

#include "grammars/text/spaces.hpp"
#include "models/comparison/record_hash.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_left = 200'000;
constexpr std::size_t most_alike = 64;  // records of one value: more say nothing

/// The records of a table that are left over, as hashes of their cells; 0 is blank.
struct LeftOverRecords {
    std::size_t columns = 0;
    std::vector<std::uint64_t> records;
    std::vector<std::uint64_t> cells;

    std::size_t size() const { return records.size(); }
    const std::uint64_t* of(std::size_t i) const { return cells.data() + i * columns; }
};

LeftOverRecords left_over(MarkedTable& table, const RecordBits& wanted,
                          const std::vector<std::uint32_t>& columns) {
    LeftOverRecords left{columns.size(), {}, {}};
    table.pick(wanted, [&](const Batch& batch, std::size_t record) {
        left.records.push_back(batch.record_number(record));
        for (const std::uint32_t column : columns) {
            const std::string_view cell = trimmed(batch.cell(record, column));
            left.cells.push_back(cell.empty() ? 0 : record_hash(cell) | 1);
        }
    });
    return left;
}

std::uint64_t token(std::size_t column, std::uint64_t cell) {
    return (cell ^ (column + 1)) * 0x9E3779B185EBCA87u;
}

/// Equal cells of two records; 0 where these are less than half.
std::size_t alike(const std::uint64_t* a, const std::uint64_t* b, std::size_t columns) {
    std::size_t equal = 0, filled = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        filled += a[i] != 0 || b[i] != 0;
        equal += a[i] != 0 && a[i] == b[i];
    }
    return 2 * equal >= filled ? equal : 0;
}

struct Likely {
    std::size_t score, old_index, new_index;
};

std::vector<Likely> likely_pairs(const LeftOverRecords& was, const LeftOverRecords& is) {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> holders;
    for (std::size_t i = 0; i < was.size(); ++i) {
        for (std::size_t c = 0; c < was.columns; ++c) {
            if (was.of(i)[c] == 0) continue;
            auto& list = holders[token(c, was.of(i)[c])];
            if (list.size() <= most_alike) list.push_back(static_cast<std::uint32_t>(i));
        }
    }
    std::vector<Likely> pairs;
    std::vector<std::uint32_t> near;
    for (std::size_t i = 0; i < is.size(); ++i) {
        near.clear();
        for (std::size_t c = 0; c < is.columns; ++c) {
            const auto found = is.of(i)[c] == 0 ? holders.end() : holders.find(token(c, is.of(i)[c]));
            if (found == holders.end() || found->second.size() > most_alike) continue;
            near.insert(near.end(), found->second.begin(), found->second.end());
        }
        std::sort(near.begin(), near.end());
        near.erase(std::unique(near.begin(), near.end()), near.end());
        for (const std::uint32_t other : near) {
            const std::size_t score = alike(was.of(other), is.of(i), is.columns);
            if (score != 0) pairs.push_back({score, other, i});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Likely& a, const Likely& b) { return a.score > b.score; });
    return pairs;
}

}  // namespace

bool pair_by_likeness(MarkedTable& before, const std::vector<std::uint32_t>& old_columns, MarkedTable& after,
                      const std::vector<std::uint32_t>& new_columns, RecordPairs& pairs) {
    RecordBits old_left(before.last_record()), new_left(after.last_record());
    std::size_t old_count = 0, new_count = 0;
    for (std::uint64_t i = pairs.old_wanted.next(1); i != 0; i = pairs.old_wanted.next(i + 1)) {
        if (pairs.old_paired.has(i)) continue;
        old_left.add(i);
        ++old_count;
    }
    for (std::uint64_t i = pairs.new_wanted.next(1); i != 0; i = pairs.new_wanted.next(i + 1)) {
        if (pairs.new_paired.has(i)) continue;
        new_left.add(i);
        ++new_count;
    }
    if (old_count == 0 || new_count == 0) return true;
    if (std::max(old_count, new_count) > most_left) return false;
    const LeftOverRecords was = left_over(before, old_left, old_columns),
                          is = left_over(after, new_left, new_columns);
    std::vector<bool> old_taken(was.size()), new_taken(is.size());
    for (const Likely& pair : likely_pairs(was, is)) {
        if (old_taken[pair.old_index] || new_taken[pair.new_index]) continue;
        old_taken[pair.old_index] = new_taken[pair.new_index] = true;
        pairs.pair(was.records[pair.old_index], is.records[pair.new_index]);
    }
    return true;
}

}  // namespace daicho
