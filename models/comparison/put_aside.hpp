#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace daicho {

class GrowingFile;

/// Blocks of bytes that memory does not hold, in a file that is made with the first of them and removed when
/// this goes. Throws Error where the disk fails.
class AsideFile {
 public:
    struct Block {
        std::uint64_t offset = 0;
        std::size_t size = 0;
    };

    explicit AsideFile(std::string path);
    ~AsideFile();
    AsideFile(const AsideFile&) = delete;
    AsideFile& operator=(const AsideFile&) = delete;

    Block put(const char* bytes, std::size_t size);
    /// Reads the blocks one behind the other to `to`. From several threads at once.
    void read(const std::vector<Block>& blocks, char* to) const;

 private:
    std::string path_;
    std::unique_ptr<GrowingFile> file_;  // null: nothing is put aside
};

/// Entries in parts, of which about `bytes` are in memory; the others are put aside in a file behind the name
/// `scratch`. Throws Error where the disk fails.
template <class Entry>
class PartedEntries {
    static_assert(std::is_trivially_copyable_v<Entry>);

 public:
    static constexpr std::size_t parts = 256;

    PartedEntries(std::string scratch, std::size_t bytes) : file_(std::move(scratch)), bytes_(bytes) {}

    void add(std::size_t number, const Entry& entry) {
        Part& part = parts_[number];
        if (part.held.size() == part.held.capacity()) make_room(part);
        part.held.push_back(entry);
    }

    /// The entries of a part as they were added; they are given once. Of several parts from several threads
    /// at once.
    std::vector<Entry> take(std::size_t number) {
        Part part;
        std::swap(part, parts_[number]);
        if (part.aside.empty()) return std::move(part.held);
        std::size_t size = 0;
        for (const AsideFile::Block& block : part.aside) size += block.size / sizeof(Entry);
        std::vector<Entry> entries;
        entries.reserve(size + part.held.size());
        entries.resize(size);
        file_.read(part.aside, reinterpret_cast<char*>(entries.data()));
        entries.insert(entries.end(), part.held.begin(), part.held.end());
        return entries;
    }

 private:
    struct Part {
        std::vector<Entry> held;
        std::vector<AsideFile::Block> aside;
    };

    void make_room(Part& part) {
        const std::size_t had = part.held.capacity();
        const std::size_t more = std::max<std::size_t>(1, had);
        if (had != 0 && held_ + more * sizeof(Entry) > bytes_) return put_aside(part);
        held_ += more * sizeof(Entry);
        part.held.reserve(had + more);
    }

    void put_aside(Part& part) {
        part.aside.push_back(
            file_.put(reinterpret_cast<const char*>(part.held.data()), part.held.size() * sizeof(Entry)));
        part.held.clear();
    }

    AsideFile file_;
    std::size_t bytes_;
    std::size_t held_ = 0;
    std::array<Part, parts> parts_;
};

}  // namespace daicho
