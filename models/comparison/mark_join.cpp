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
    Pairing(RecordPairs& pairs, std::size_t lane, bool read_equal)
        : pairs_(pairs), lane_(lane), read_equal_(read_equal) {}

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

    /// To be called when no other pairs any longer.
    void tell_shared() {
        pairs_.old_shared += old_shared_;
        pairs_.new_shared += new_shared_;
        for (SharedKey& shared : shared_) keep_first(pairs_.shared, std::move(shared));
    }

 private:
    void went(std::span<const RecordMark> group) {
        count_shared(group, false);
        for (const RecordMark& mark : group) pairs_.old_wanted.add(mark.record);
    }
    void came(std::span<const RecordMark> group) {
        count_shared(group, true);
        for (const RecordMark& mark : group) pairs_.new_wanted.add(mark.record);
    }
    void meet(std::span<RecordMark> was, std::span<RecordMark> is) {
        if (was.size() == 1 && is.size() == 1) return pair(was[0], is[0]);
        count_shared(was, false);
        count_shared(is, true);
        const auto [before, after] = pair_equal(was, is);
        const std::size_t both = std::min(before.size(), after.size());
        for (std::size_t i = 0; i < both; ++i) pair(before[i], after[i]);
        for (std::size_t i = both; i < before.size(); ++i) pairs_.old_wanted.add(before[i].record);
        for (std::size_t i = both; i < after.size(); ++i) pairs_.new_wanted.add(after[i].record);
    }

    void pair(const RecordMark& before, const RecordMark& after) {
        pairs_.new_of_old.add(lane_, static_cast<std::uint32_t>(before.record),
                              static_cast<std::uint32_t>(after.record));
        if (before.content == after.content && !read_equal_) return;
        pairs_.old_wanted.add(before.record);
        pairs_.new_wanted.add(after.record);
        pairs_.old_paired.add(before.record);
        pairs_.new_paired.add(after.record);
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
        (in_new ? new_shared_ : old_shared_) += group.size();
        SharedKey shared{in_new, {}};
        for (std::size_t i = 0; i < std::min(group.size(), most_shared_records); ++i) {
            shared.records.push_back(group[i].record);
        }
        keep_first(shared_, std::move(shared));
    }

    /// Groups come by their hashes; told are those whose records come first.
    static void keep_first(std::vector<SharedKey>& kept, SharedKey shared) {
        const auto before = [](const SharedKey& a, const SharedKey& b) {
            return a.in_new != b.in_new ? !a.in_new : a.records.front() < b.records.front();
        };
        kept.insert(std::upper_bound(kept.begin(), kept.end(), shared, before), std::move(shared));
        if (kept.size() > most_shared_keys) kept.pop_back();
    }

    RecordPairs& pairs_;
    std::size_t lane_;
    bool read_equal_;
    std::uint64_t old_shared_ = 0, new_shared_ = 0;
    std::vector<SharedKey> shared_;
};

}  // namespace

void pair_records(MarkedTable& before, MarkedTable& after, bool read_equal, bool threads,
                  RecordPairs& pairs) {
    if (std::max(before.last_record(), after.last_record()) > std::numeric_limits<std::uint32_t>::max()) {
        throw Error{ErrorKind::usage,
                    "1つの表で比べられるのは 4,294,967,295 件までです。表を分けてください。",
                    "a table of more than 4,294,967,295 records cannot be compared; divide it"};
    }
    Pairing one(pairs, 0, read_equal), other(pairs, 1, read_equal);
    const auto pair_parts = [&](Pairing& pairing, std::size_t first) {
        for (std::size_t part = first; part < RecordMarks::parts; part += 2) {
            pairing.pair_part(MarkGroups(before.take(part)), MarkGroups(after.take(part)));
        }
    };
    do_both(
        threads, [&] { pair_parts(one, 0); }, [&] { pair_parts(other, 1); });
    one.tell_shared();
    other.tell_shared();
}

}  // namespace daicho
