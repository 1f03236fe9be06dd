#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace daicho {

class GrowingFile;

/// A record that is known by what it comes to.
struct RecordMark {
    std::uint64_t key = 0;  ///< a hash: its first bits say which part it is in
    std::uint64_t content = 0;
    std::uint64_t record = 0;
};

/// The marks of a table in parts by their keys, so that a key is in the same part for every table. What
/// memory does not hold is put aside in a file.
class RecordMarks {
 public:
    static constexpr std::size_t parts = 256;

    /// The file is made behind the name `scratch`, and removed when this goes. About `bytes` of marks are in
    /// memory, and one part of them more for each `take` at a time.
    RecordMarks(std::string scratch, std::size_t bytes);
    ~RecordMarks();
    RecordMarks(const RecordMarks&) = delete;
    RecordMarks& operator=(const RecordMarks&) = delete;

    /// Throws Error where the disk fails.
    void add(const RecordMark& mark) {
        Part& part = parts_[mark.key >> 56];
        if (part.held.size() == part.held.capacity()) make_room(part);
        part.held.push_back(mark);
    }

    /// The marks of a part by key, then by record; they are given once. Of several parts from several threads
    /// at once. Throws Error.
    std::vector<RecordMark> take(std::size_t part);

 private:
    struct Block {
        std::uint64_t offset = 0;
        std::size_t size = 0;  // in bytes
    };
    struct Part {
        std::vector<RecordMark> held;
        std::vector<Block> aside;
    };

    void make_room(Part& part);
    void put_aside(Part& part);

    std::string path_;
    std::size_t bytes_;
    std::size_t held_ = 0;
    std::array<Part, parts> parts_;
    std::unique_ptr<GrowingFile> file_;  // null: nothing is put aside
};

}  // namespace daicho
