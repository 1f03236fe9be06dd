#include "models/comparison/mark_join.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "grammars/base/do_both.hpp"
#include "grammars/base/error.hpp"

namespace daicho {

namespace {

constexpr std::size_t most_shared_keys = 20;
constexpr std::size_t most_shared_records = 10;

using Marks = std::vector<RecordMark>;

/// The marks of a part, key by key.
class MarkGroups {
 public:
    explicit MarkGroups(Marks marks) : marks_(std::move(marks)) {}

    bool more() const { return at_ < marks_.size(); }
    std::uint64_t key() const { return marks_[at_].key; }
    /// All of the present key, in the order of the records.
    std::span<RecordMark> take() {
        const std::size_t begin = at_;
        while (more() && key() == marks_[begin].key) ++at_;
        return std::span(marks_).subspan(begin, at_ - begin);
    }

 private:
    Marks marks_;
    std::size_t at_ = 0;
};

/// Pairs the records of some parts; others may pair those of other parts meanwhile.
class Pairing {
 public:
    Pairing(std::vector<std::uint32_t>& new_of_old, bool read_equal)
        : new_of_old_(new_of_old), read_equal_(read_equal) {}

    void pair_part(MarkGroups before, MarkGroups after) {
        while (before.more() || after.more()) {
            if (!after.more() || (before.more() && before.key() < after.key())) {
                went(before.take());
            } else if (!before.more() || after.key() < before.key()) {
                came(after.take());
            } else {
                meet(before.take(), after.take());
            }
        }
    }

    void add_to(RecordPairs& pairs) {
        pairs.old_wanted.add(found_.old_wanted);
        pairs.new_wanted.add(found_.new_wanted);
        pairs.new_paired.add(found_.new_paired);
        pairs.old_shared += found_.old_shared;
        pairs.new_shared += found_.new_shared;
        for (SharedKey& shared : found_.shared) keep_first(pairs.shared, std::move(shared));
    }

 private:
    void went(std::span<const RecordMark> group) {
        count_shared(group, false);
        for (const RecordMark& mark : group) found_.old_wanted.add(mark.record);
    }
    void came(std::span<const RecordMark> group) {
        count_shared(group, true);
        for (const RecordMark& mark : group) found_.new_wanted.add(mark.record);
    }
    void meet(std::span<RecordMark> was, std::span<RecordMark> is) {
        if (was.size() == 1 && is.size() == 1) return pair(was[0], is[0]);
        count_shared(was, false);
        count_shared(is, true);
        const auto [before, after] = pair_equal(was, is);
        const std::size_t both = std::min(before.size(), after.size());
        for (std::size_t i = 0; i < both; ++i) pair(before[i], after[i]);
        for (std::size_t i = both; i < before.size(); ++i) found_.old_wanted.add(before[i].record);
        for (std::size_t i = both; i < after.size(); ++i) found_.new_wanted.add(after[i].record);
    }

    void pair(const RecordMark& before, const RecordMark& after) {
        new_of_old_[before.record - 1] = static_cast<std::uint32_t>(after.record);
        if (before.content == after.content && !read_equal_) return;
        found_.old_wanted.add(before.record);
        found_.new_wanted.add(after.record);
        found_.new_paired.add(after.record);
    }

    /// Pairs those that are equal; gives the others, in the order of their records.
    std::pair<Marks, Marks> pair_equal(std::span<RecordMark> before, std::span<RecordMark> after) {
        const auto by_content = [](const RecordMark& a, const RecordMark& b) {
            return a.content != b.content ? a.content < b.content : a.record < b.record;
        };
        const auto by_record = [](const RecordMark& a, const RecordMark& b) { return a.record < b.record; };
        std::sort(before.begin(), before.end(), by_content);
        std::sort(after.begin(), after.end(), by_content);
        Marks old_left, new_left;
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
        return {std::move(old_left), std::move(new_left)};
    }

    void count_shared(std::span<const RecordMark> group, bool in_new) {
        if (group.size() < 2) return;
        (in_new ? found_.new_shared : found_.old_shared) += group.size();
        SharedKey shared{in_new, {}};
        for (std::size_t i = 0; i < std::min(group.size(), most_shared_records); ++i) {
            shared.records.push_back(group[i].record);
        }
        keep_first(found_.shared, std::move(shared));
    }

    /// Groups come by their hashes; told are those whose records come first.
    static void keep_first(std::vector<SharedKey>& kept, SharedKey shared) {
        const auto before = [](const SharedKey& a, const SharedKey& b) {
            return a.in_new != b.in_new ? !a.in_new : a.records.front() < b.records.front();
        };
        kept.insert(std::upper_bound(kept.begin(), kept.end(), shared, before), std::move(shared));
        if (kept.size() > most_shared_keys) kept.pop_back();
    }

    std::vector<std::uint32_t>& new_of_old_;
    RecordPairs found_;  // but for `new_of_old`
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

RecordPairs pair_records(MarkedTable& before, MarkedTable& after, bool read_equal, bool threads) {
    if (std::max(before.last_record(), after.last_record()) > std::numeric_limits<std::uint32_t>::max()) {
        throw Error{ErrorKind::usage,
                    "1つの表で比べられるのは 4,294,967,295 件までです。表を分けてください。",
                    "a table of more than 4,294,967,295 records cannot be compared; divide it"};
    }
    RecordPairs pairs;
    pairs.new_of_old.resize(before.last_record());
    Pairing one(pairs.new_of_old, read_equal), other(pairs.new_of_old, read_equal);
    const auto pair_parts = [&](Pairing& pairing, std::size_t first) {
        for (std::size_t part = first; part < RecordMarks::parts; part += 2) {
            pairing.pair_part(MarkGroups(before.take(part)), MarkGroups(after.take(part)));
        }
    };
    do_both(
        threads, [&] { pair_parts(one, 0); }, [&] { pair_parts(other, 1); });
    one.add_to(pairs);
    other.add_to(pairs);
    return pairs;
}

}  // namespace daicho
