#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammars/base/os_files.hpp"

namespace daicho {

/// A file that is written at its end and stays where the run is cut, to be resumed by a later one.
/// Every function throws Error.
class GrowingFile {
 public:
    /// Opens `path`, or makes it, keeping its first `kept` bytes and no others.
    GrowingFile(std::string path, std::uint64_t kept);
    ~GrowingFile();
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    void append(std::string_view bytes);
    std::uint64_t size() const { return size_; }
    /// The file is complete: on the disk, and closed.
    void finish();

 private:
    std::string path_;
    int fd_ = -1;
    std::uint64_t size_;
};

/// While it lives no other process can have one for the same folder. Throws Error where one has it.
class FolderLock {
 public:
    explicit FolderLock(const std::string& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

 private:
    int fd_ = -1;
};

/// Makes `folder` and those above it where they are missing.
void make_folders(const std::string& folder);
/// Sets when a file was last changed, in seconds since 1970-01-01T00:00:00Z, where the file system lets it.
void set_file_time(const std::string& path, std::int64_t time);

}  // namespace daicho
