#include "grammars/base/sorted_records.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "grammars/base/error.hpp"
#include "grammars/base/os_files.hpp"
#include "grammars/base/os_growing_file.hpp"

namespace daicho {

namespace {

constexpr std::size_t block = std::size_t{256} << 10;

/// Before the bytes of a record in a file.
struct RecordHead {
    std::uint64_t key;
    std::uint64_t size;
};

}  // namespace

/// A sorted file, read from front to back.
class SortedRecords::Run {
 public:
    explicit Run(const std::string& path) : file_(path) { advance(); }

    bool ended() const { return ended_; }
    const Record& record() const { return record_; }
    void advance() {
        at_ += record_.bytes.size();
        if (!fill(sizeof(RecordHead))) {
            ended_ = true;
            return;
        }
        RecordHead head{};
        std::memcpy(&head, buffer_.data() + at_, sizeof head);
        at_ += sizeof head;
        record_.bytes = {};
        fill(head.size);
        record_ = {head.key, std::string_view(buffer_).substr(at_, head.size)};
    }

 private:
    /// Has `size` bytes at `at_`; false at the end of the file.
    bool fill(std::size_t size) {
        if (buffer_.size() - at_ >= size) return true;
        buffer_.erase(0, at_);
        at_ = 0;
        while (buffer_.size() < size) {
            const std::size_t old = buffer_.size();
            buffer_.resize(old + block);
            const std::size_t got = file_.read(buffer_.data() + old, block);
            buffer_.resize(old + got);
            if (got == 0) return false;
        }
        return true;
    }

    InputFile file_;
    std::string buffer_;
    std::size_t at_ = 0;
    Record record_;
    bool ended_ = false;
};

SortedRecords::SortedRecords(std::string scratch, std::size_t bytes)
    : scratch_(std::move(scratch)), bytes_(bytes) {}

SortedRecords::~SortedRecords() {
    release();
}

/// Gives back files and memory.
void SortedRecords::release() {
    runs_.clear();
    for (const std::string& file : files_) {
        try {
            remove_file(file);
        } catch (const Error&) {  // found and removed by who writes the registry next
        }
    }
    files_.clear();
    text_ = {};
    entries_ = {};
    taken_ = 0;
    last_ = 1;
}

void SortedRecords::add(std::uint64_t key, std::string_view record) {
    assert(!started_);
    if (text_.size() + record.size() > bytes_ && !entries_.empty()) put_aside();
    entries_.push_back(
        {key, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(record.size())});
    text_ += record;
    ++added_;
}

void SortedRecords::sort_memory() {
    const auto before = [](const Entry& a, const Entry& b) {
        return a.key != b.key ? a.key < b.key : a.begin < b.begin;
    };
    if (!std::is_sorted(entries_.begin(), entries_.end(), before)) {
        std::sort(entries_.begin(), entries_.end(), before);
    }
}

void SortedRecords::put_aside() {
    sort_memory();
    files_.push_back(scratch_ + "-" + std::to_string(files_.size()));
    GrowingFile file(files_.back(), 0);
    std::string out;
    for (const Entry& entry : entries_) {
        const RecordHead head{entry.key, entry.size};
        char bytes[sizeof head];
        std::memcpy(bytes, &head, sizeof head);
        out.append(bytes, sizeof bytes);
        out.append(text_, entry.begin, entry.size);
        if (out.size() < block) continue;
        file.append(out);
        out.clear();
    }
    file.append(out);
    text_.clear();
    entries_.clear();
}

void SortedRecords::start() {
    started_ = true;
    sort_memory();
    for (const std::string& file : files_) runs_.push_back(std::make_unique<Run>(file));
    last_ = runs_.size() + 1;
}

bool SortedRecords::next(Record& record) {
    if (!started_) start();
    if (last_ < runs_.size()) runs_[last_]->advance();
    // Runs are few, and those put aside first come first where keys are equal.
    std::size_t best = runs_.size() + 1;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        if (runs_[i]->ended()) continue;
        if (best > runs_.size() || runs_[i]->record().key < runs_[best]->record().key) best = i;
    }
    if (taken_ < entries_.size() &&
        (best > runs_.size() || entries_[taken_].key < runs_[best]->record().key)) {
        const Entry& entry = entries_[taken_++];
        record = {entry.key, std::string_view(text_).substr(entry.begin, entry.size)};
        last_ = runs_.size();
        return true;
    }
    last_ = best;
    if (best > runs_.size()) {
        release();
        return false;
    }
    record = runs_[best]->record();
    return true;
}

}  // namespace daicho
