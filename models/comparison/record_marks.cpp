#include "models/comparison/record_marks.hpp"

#include <algorithm>
#include <bit>

#include "grammars/base/error.hpp"
#include "grammars/base/os.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/os_growing_file.hpp"

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

void read_whole(InputFile& file, char* to, std::size_t size) {
    while (size > 0) {
        const std::size_t got = file.read(to, size);
        if (got == 0) {
            throw Error{ErrorKind::input, file.name() + ": 途中で終わっています。もう一度実行してください。",
                        file.name() + ": it ends early; run the command again"};
        }
        to += got;
        size -= got;
    }
}

}  // namespace

RecordMarks::RecordMarks(std::string scratch, std::size_t bytes) : path_(std::move(scratch)), bytes_(bytes) {}

RecordMarks::~RecordMarks() {
    if (!file_) return;
    file_.reset();
    try {
        remove_file(path_);
    } catch (const Error&) {  // the name is that of a run, and no other run minds it
    }
}

void RecordMarks::make_room(Part& part) {
    const std::size_t had = part.held.capacity();
    const std::size_t more = std::max<std::size_t>(1, had);
    if (had != 0 && held_ + more * sizeof(RecordMark) > bytes_) return put_aside(part);
    held_ += more * sizeof(RecordMark);
    part.held.reserve(had + more);
}

void RecordMarks::put_aside(Part& part) {
    if (!file_) file_ = std::make_unique<GrowingFile>(path_, 0);
    const std::size_t size = part.held.size() * sizeof(RecordMark);
    part.aside.push_back({file_->size(), size});
    file_->append({reinterpret_cast<const char*>(part.held.data()), size});
    part.held.clear();
}

std::vector<RecordMark> RecordMarks::take(std::size_t number) {
    Part& part = parts_[number];
    std::vector<RecordMark> marks;
    if (part.aside.empty()) {
        marks.swap(part.held);
    } else {
        std::size_t size = 0;
        for (const Block& block : part.aside) size += block.size / sizeof(RecordMark);
        marks.resize(size);
        InputFile file(path_);
        char* to = reinterpret_cast<char*>(marks.data());
        for (const Block& block : part.aside) {
            file.seek(block.offset);
            read_whole(file, to, block.size);
            to += block.size;
        }
        marks.insert(marks.end(), part.held.begin(), part.held.end());
        part = {};
    }
    sort_marks(marks);
    return marks;
}

}  // namespace daicho
