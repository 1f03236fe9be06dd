#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/os.hpp"

namespace daicho {

/// Sorts more records than memory holds: they are collected up to a bound, sorted, put aside in a file, and
/// merged when they are asked for. Records with one key come in the order in which they were added.
class SortedRecords {
 public:
    static constexpr std::size_t usual_bytes = std::size_t{96} << 20;

    /// Files are made behind the name `scratch`, and removed when this goes. At most about `bytes` of records
    /// are in memory.
    explicit SortedRecords(std::string scratch, std::size_t bytes = usual_bytes);
    ~SortedRecords();
    SortedRecords(const SortedRecords&) = delete;
    SortedRecords& operator=(const SortedRecords&) = delete;

    /// Not after the first `next`. Throws Error where the disk fails.
    void add(std::uint64_t key, std::string_view record);
    bool empty() const { return added_ == 0; }
    std::uint64_t size() const { return added_; }

    struct Record {
        std::uint64_t key = 0;
        std::string_view bytes;  ///< until the next call
    };
    /// The next record by key; false at the end, when memory and files are given back. Throws Error.
    bool next(Record& record);

 private:
    struct Entry {
        std::uint64_t key;
        std::uint32_t begin;
        std::uint32_t size;
    };
    class Run;

    void sort_memory();
    void put_aside();
    void start();
    void release();

    std::string scratch_;
    std::size_t bytes_;
    std::uint64_t added_ = 0;
    std::string text_;
    std::vector<Entry> entries_;
    std::size_t taken_ = 0;  // of entries_, when merging
    std::vector<std::string> files_;
    std::vector<std::unique_ptr<Run>> runs_;
    std::size_t last_ = 0;  // the run that `next` gave from; runs_.size(): memory
    bool started_ = false;
};

}  // namespace daicho
