#include "models/comparison/record_marks.hpp"

#include <algorithm>
#include <bit>

namespace daicho {

namespace {

constexpr std::size_t most_buckets = 4096;
constexpr std::size_t most_compared = 64;  // so few are sorted by comparing alone

/// Hashes spread evenly: marks are put where the bits behind those of their part say, and few are left to be
/// compared. They come in the order of their records.
void sort_marks(std::vector<RecordMark>& marks) {
    const auto before = [](const RecordMark& a, const RecordMark& b) {
        return a.key != b.key ? a.key < b.key : a.record < b.record;
    };
    if (marks.size() <= most_compared) return std::sort(marks.begin(), marks.end(), before);
    const std::size_t buckets = std::min(most_buckets, std::bit_ceil(marks.size()) / 2);
    const int shift = 64 - std::countr_zero(buckets);
    const auto bucket_of = [&](const RecordMark& mark) { return (mark.key << 8) >> shift; };
    std::vector<std::size_t> ends(buckets + 1);
    for (const RecordMark& mark : marks) ++ends[bucket_of(mark) + 1];
    for (std::size_t i = 1; i <= buckets; ++i) ends[i] += ends[i - 1];
    std::vector<RecordMark> sorted(marks.size());
    for (const RecordMark& mark : marks) sorted[ends[bucket_of(mark)]++] = mark;
    marks.swap(sorted);
    auto begin = marks.begin();
    for (std::size_t i = 0; i < buckets; ++i) {
        const auto end = marks.begin() + static_cast<std::ptrdiff_t>(ends[i]);
        if (end - begin > 1) std::sort(begin, end, before);
        begin = end;
    }
}

}  // namespace

std::vector<RecordMark> RecordMarks::take(std::size_t part) {
    std::vector<RecordMark> marks = marks_.take(part);
    sort_marks(marks);
    return marks;
}

}  // namespace daicho
