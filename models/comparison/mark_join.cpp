#include "models/comparison/mark_join.hpp"

#include <algorithm>
#include <limits>

#include "grammars/base/error.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_shared_keys = 20;
constexpr std::size_t most_shared_records = 10;

/// The marks of a table, key by key.
class MarkGroups {
 public:
    explicit MarkGroups(MarkedTable& table) : table_(table) { more_ = table_.next(mark_); }

    bool more() const { return more_; }
    std::uint64_t key() const { return mark_.key; }
    /// All of the present key, in the order of the records.
    void take(std::vector<RecordMark>& group) {
        group.clear();
        const std::uint64_t key = mark_.key;
        while (more_ && mark_.key == key) {
            group.push_back(mark_);
            more_ = table_.next(mark_);
        }
    }

 private:
    MarkedTable& table_;
    RecordMark mark_;
    bool more_ = false;
};

class Pairing {
 public:
    Pairing(RecordPairs& pairs, bool read_equal) : pairs_(pairs), read_equal_(read_equal) {}

    void went(const std::vector<RecordMark>& group) {
        count_shared(group, false);
        for (const RecordMark& mark : group) pairs_.old_wanted.add(mark.record);
    }
    void came(const std::vector<RecordMark>& group) {
        count_shared(group, true);
        for (const RecordMark& mark : group) pairs_.new_wanted.add(mark.record);
    }
    void meet(std::vector<RecordMark>& before, std::vector<RecordMark>& after) {
        if (before.size() == 1 && after.size() == 1) {
            return pair(before[0], after[0]);
        }
        count_shared(before, false);
        count_shared(after, true);
        pair_equal(before, after);
        const std::size_t both = std::min(before.size(), after.size());
        for (std::size_t i = 0; i < both; ++i) pair(before[i], after[i]);
        for (std::size_t i = both; i < before.size(); ++i) pairs_.old_wanted.add(before[i].record);
        for (std::size_t i = both; i < after.size(); ++i) pairs_.new_wanted.add(after[i].record);
    }

 private:
    void pair(const RecordMark& before, const RecordMark& after) {
        const bool equal = before.content == after.content;
        if (!equal || read_equal_) {
            pairs_.old_wanted.add(before.record);
            pairs_.new_wanted.add(after.record);
            pairs_.pair(before.record, after.record);
        } else {
            pairs_.new_of_old[before.record - 1] = static_cast<std::uint32_t>(after.record);
        }
    }

    /// Takes those away that are equal; the others stay in the order of their records.
    void pair_equal(std::vector<RecordMark>& before, std::vector<RecordMark>& after) {
        const auto by_content = [](const RecordMark& a, const RecordMark& b) {
            return a.content != b.content ? a.content < b.content : a.record < b.record;
        };
        const auto by_record = [](const RecordMark& a, const RecordMark& b) { return a.record < b.record; };
        std::sort(before.begin(), before.end(), by_content);
        std::sort(after.begin(), after.end(), by_content);
        std::vector<RecordMark> old_left, new_left;
        auto a = before.begin(), b = after.begin();
        while (a != before.end() && b != after.end()) {
            if (a->content == b->content) {
                pair(*a++, *b++);
            } else if (a->content < b->content) {
                old_left.push_back(*a++);
            } else {
                new_left.push_back(*b++);
            }
        }
        old_left.insert(old_left.end(), a, before.end());
        new_left.insert(new_left.end(), b, after.end());
        std::sort(old_left.begin(), old_left.end(), by_record);
        std::sort(new_left.begin(), new_left.end(), by_record);
        before.swap(old_left);
        after.swap(new_left);
    }

    void count_shared(const std::vector<RecordMark>& group, bool in_new) {
        if (group.size() < 2) return;
        (in_new ? pairs_.new_shared : pairs_.old_shared) += group.size();
        SharedKey shared{in_new, {}};
        for (std::size_t i = 0; i < std::min(group.size(), most_shared_records); ++i) {
            shared.records.push_back(group[i].record);
        }
        keep_first(std::move(shared));
    }

    /// Groups come by their hashes; told are those whose records come first.
    void keep_first(SharedKey shared) {
        const auto before = [](const SharedKey& a, const SharedKey& b) {
            return a.in_new != b.in_new ? !a.in_new : a.records.front() < b.records.front();
        };
        auto& kept = pairs_.shared;
        kept.insert(std::upper_bound(kept.begin(), kept.end(), shared, before), std::move(shared));
        if (kept.size() > most_shared_keys) kept.pop_back();
    }

    RecordPairs& pairs_;
    bool read_equal_;
};

}  // namespace

bool keeps_order(const RecordPairs& pairs) {
    std::uint32_t last = 0;
    for (const std::uint32_t record : pairs.new_of_old) {
        if (record == 0) continue;
        if (record < last) return false;
        last = record;
    }
    return true;
}

RecordPairs pair_records(MarkedTable& before, MarkedTable& after, bool read_equal) {
    if (std::max(before.last_record(), after.last_record()) > std::numeric_limits<std::uint32_t>::max()) {
        throw Error{ErrorKind::usage,
                    "1つの表で比べられるのは 4,294,967,295 件までです。表を分けてください。",
                    "a table of more than 4,294,967,295 records cannot be compared; divide it"};
    }
    RecordPairs pairs;
    pairs.new_of_old.resize(before.last_record());
    Pairing pairing(pairs, read_equal);
    MarkGroups old_groups(before), new_groups(after);
    std::vector<RecordMark> was, is;
    while (old_groups.more() || new_groups.more()) {
        const bool old_first =
            !new_groups.more() || (old_groups.more() && old_groups.key() < new_groups.key());
        const bool new_first =
            !old_groups.more() || (new_groups.more() && new_groups.key() < old_groups.key());
        if (old_first) {
            old_groups.take(was);
            pairing.went(was);
        } else if (new_first) {
            new_groups.take(is);
            pairing.came(is);
        } else {
            old_groups.take(was);
            new_groups.take(is);
            pairing.meet(was, is);
        }
    }
    return pairs;
}

}  // namespace daicho
