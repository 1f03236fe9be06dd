#include "models/comparison/key_finder.hpp"

#include <algorithm>
#include <unordered_map>

#include "grammars/text/spaces.hpp"
#include "models/comparison/column_meaning.hpp"
#include "models/comparison/record_hash.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_sampled = 16384;
constexpr std::size_t most_joined = 10;    // columns of which sets are made
constexpr std::size_t most_compared = 24;  // sets whose pairs are looked at
constexpr std::size_t most_verified = 3;   // sets looked at in one reading

using Columns = std::vector<std::size_t>;

/// Hashes that were seen.
class HashSet {
 public:
    /// False where it was there.
    bool add(std::uint64_t hash) {
        if (2 * (used_ + 1) > slots_.size()) grow();
        return insert(hash == 0 ? 1 : hash);
    }

 private:
    bool insert(std::uint64_t hash) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hash & mask;
        for (; slots_[at] != 0; at = (at + 1) & mask) {
            if (slots_[at] == hash) return false;
        }
        slots_[at] = hash;
        ++used_;
        return true;
    }
    void grow() {
        std::vector<std::uint64_t> old(std::max<std::size_t>(1024, 2 * slots_.size()));
        old.swap(slots_);
        used_ = 0;
        for (const std::uint64_t hash : old) {
            if (hash != 0) insert(hash);
        }
    }
    std::vector<std::uint64_t> slots_;
    std::size_t used_ = 0;
};

/// Hashes of the first cells of a table: 0 is blank.
struct Sample {
    std::size_t columns = 0;
    std::vector<std::uint64_t> cells;
    bool whole = true;  ///< these are all records

    std::size_t size() const { return columns == 0 ? 0 : cells.size() / columns; }
    std::uint64_t at(std::size_t record, std::size_t column) const {
        return cells[record * columns + column];
    }
    /// 0: blank.
    std::uint64_t at(std::size_t record, const Columns& set) const {
        std::uint64_t hash = 0;
        bool blank = true;
        for (const std::size_t column : set) {
            const std::uint64_t cell = at(record, column);
            blank = blank && cell == 0;
            hash = (hash ^ cell) * 0x9E3779B185EBCA87u + 1;
        }
        return blank ? 0 : hash;
    }
};

std::uint64_t cell_hash(std::string_view cell, std::string& scratch) {
    const std::string_view text = ColumnMeaning().comparable(trimmed(cell), scratch);
    return text.empty() ? 0 : record_hash(text) | 1;
}

/// Which cells of a table are columns of the set to choose from.
using Wanted = std::vector<std::uint32_t>;

Sample sample_of(const ComparedTable& table, const Wanted& wanted) {
    Sample sample{wanted.size(), {}, true};
    const auto reader = table.open();
    std::string scratch;
    for (Batch batch; reader->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.blank(i)) continue;
            if (sample.size() == most_sampled) {
                sample.whole = false;
                return sample;
            }
            for (const std::uint32_t column : wanted) {
                sample.cells.push_back(cell_hash(batch.cell(i, column), scratch));
            }
        }
    }
    return sample;
}

bool tells_apart(const Sample& sample, const Columns& set) {
    HashSet seen;
    for (std::size_t record = 0; record < sample.size(); ++record) {
        const std::uint64_t key = sample.at(record, set);
        if (key == 0 || !seen.add(key)) return false;
    }
    return true;
}

std::size_t different(const Sample& sample, std::size_t column) {
    HashSet seen;
    std::size_t count = 0;
    for (std::size_t record = 0; record < sample.size(); ++record) {
        const std::uint64_t cell = sample.at(record, column);
        if (cell != 0) count += seen.add(cell);
    }
    return count;
}

/// How many cells of the records that the set pairs are equal.
std::uint64_t agreement(const Sample& before, const Sample& after, const Columns& set) {
    std::unordered_map<std::uint64_t, std::size_t> records;
    for (std::size_t record = 0; record < before.size(); ++record) records[before.at(record, set)] = record;
    std::uint64_t equal = 0;
    for (std::size_t record = 0; record < after.size(); ++record) {
        const auto found = records.find(after.at(record, set));
        if (found == records.end()) continue;
        for (std::size_t column = 0; column < after.columns; ++column) {
            equal += before.at(found->second, column) == after.at(record, column);
        }
    }
    return equal;
}

/// Whether the header speaks of what tells things apart.
bool names_key(std::string_view header) {
    constexpr std::string_view words[] = {"コード", "番号", "ID", "Id", "id", "code", "Code", "CODE", "キー"};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return header.find(word) != header.npos; });
}

class KeyFinder {
 public:
    KeyFinder(const ComparedTable& before, const ComparedTable& after,
              std::span<const ComparedColumn> columns)
        : before_(before), after_(after) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i].common()) continue;
            indexes_.push_back(i);
            headers_.push_back(columns[i].header);
            old_wanted_.push_back(*columns[i].old_column);
            new_wanted_.push_back(*columns[i].new_column);
        }
        old_sample_ = sample_of(before, old_wanted_);
        new_sample_ = sample_of(after, new_wanted_);
    }

    /// The smallest set, unless a larger one pairs clearly more.
    std::vector<std::size_t> find() {
        if (old_sample_.size() == 0 || new_sample_.size() == 0) return {};
        Candidate found;
        for (std::size_t size = 1; size <= 3; ++size) {
            Candidate candidate = best(sets_of(size));
            const bool more = candidate.equal > found.equal + found.equal / 20;
            if (!candidate.set.empty() && (found.set.empty() || more)) found = std::move(candidate);
            if (!found.set.empty() && pairs_nearly_all(found)) break;
        }
        std::vector<std::size_t> key;
        for (const std::size_t column : found.set) key.push_back(indexes_[column]);
        return key;
    }

 private:
    struct Candidate {
        Columns set;
        std::uint64_t equal = 0;
    };

    std::vector<Columns> sets_of(std::size_t size) const;
    bool pairs_nearly_all(const Candidate& candidate) const;
    Candidate best(std::vector<Columns> sets) const;
    std::vector<bool> verify(const ComparedTable& table, const Wanted& wanted,
                             std::span<const Columns> sets) const;

    const ComparedTable& before_;
    const ComparedTable& after_;
    std::vector<std::size_t> indexes_;
    std::vector<std::string> headers_;
    Wanted old_wanted_, new_wanted_;
    Sample old_sample_, new_sample_;
};

/// Sets that tell the sampled records apart.
std::vector<Columns> KeyFinder::sets_of(std::size_t size) const {
    std::vector<std::size_t> columns(indexes_.size());
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
    if (size > 1) {
        std::vector<std::size_t> counts;
        for (const std::size_t column : columns) {
            counts.push_back(std::min(different(old_sample_, column), different(new_sample_, column)));
        }
        std::stable_sort(columns.begin(), columns.end(),
                         [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
        columns.resize(std::min(columns.size(), most_joined));
        std::sort(columns.begin(), columns.end());
    }
    std::vector<Columns> sets;
    const auto offer = [&](Columns set) {
        if (tells_apart(old_sample_, set) && tells_apart(new_sample_, set)) sets.push_back(std::move(set));
    };
    for (std::size_t a = 0; a < columns.size(); ++a) {
        if (size == 1) offer({columns[a]});
        for (std::size_t b = a + 1; size > 1 && b < columns.size(); ++b) {
            if (size == 2) offer({columns[a], columns[b]});
            for (std::size_t c = b + 1; size > 2 && c < columns.size(); ++c) {
                offer({columns[a], columns[b], columns[c]});
            }
        }
    }
    return sets;
}

/// Nothing can be gained by another set; or the samples cannot tell.
bool KeyFinder::pairs_nearly_all(const Candidate& candidate) const {
    if (!old_sample_.whole || !new_sample_.whole) return true;
    const std::size_t cells = std::min(old_sample_.cells.size(), new_sample_.cells.size());
    return 10 * candidate.equal >= 8 * cells;
}

KeyFinder::Candidate KeyFinder::best(std::vector<Columns> sets) const {
    const auto names = [&](const Columns& set) {
        return std::count_if(set.begin(), set.end(), [&](std::size_t c) { return names_key(headers_[c]); });
    };
    std::stable_sort(sets.begin(), sets.end(),
                     [&](const Columns& a, const Columns& b) { return names(a) > names(b); });
    if (sets.size() > most_compared) sets.resize(most_compared);
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t i = 0; i < sets.size(); ++i) {
        const std::uint64_t equal = agreement(old_sample_, new_sample_, sets[i]);
        const bool pairs_some = equal > 0 || !old_sample_.whole || !new_sample_.whole;
        if (pairs_some) order.emplace_back(equal, i);
    }
    std::stable_sort(order.begin(), order.end(), [](auto& a, auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < order.size(); i += most_verified) {
        std::vector<Columns> some;
        for (std::size_t j = i; j < std::min(order.size(), i + most_verified); ++j) {
            some.push_back(sets[order[j].second]);
        }
        const auto in_old =
            old_sample_.whole ? std::vector<bool>(some.size(), true) : verify(before_, old_wanted_, some);
        const auto in_new =
            new_sample_.whole ? std::vector<bool>(some.size(), true) : verify(after_, new_wanted_, some);
        for (std::size_t j = 0; j < some.size(); ++j) {
            if (in_old[j] && in_new[j]) return {some[j], order[i + j].first};
        }
    }
    return {};
}

/// Which of the sets tell all records of the table apart.
std::vector<bool> KeyFinder::verify(const ComparedTable& table, const Wanted& wanted,
                                    std::span<const Columns> sets) const {
    std::vector<bool> sound(sets.size(), true);
    std::vector<HashSet> seen(sets.size());
    const auto reader = table.open();
    for (Batch batch; reader->next(batch);) {
        for (std::size_t i = 0; i < batch.size(); ++i) {
            if (batch.blank(i)) continue;
            for (std::size_t set = 0; set < sets.size(); ++set) {
                if (!sound[set]) continue;
                CellsHash hash;
                bool blank = true;
                for (const std::size_t column : sets[set]) {
                    const std::string_view cell = trimmed(batch.cell(i, wanted[column]));
                    blank = blank && cell.empty();
                    hash.add(cell);
                }
                sound[set] = !blank && seen[set].add(hash.value());
            }
        }
    }
    return sound;
}

}  // namespace

std::vector<std::size_t> find_key(const ComparedTable& before, const ComparedTable& after,
                                  std::span<const ComparedColumn> columns) {
    return KeyFinder(before, after, columns).find();
}

}  // namespace daicho
