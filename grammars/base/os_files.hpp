#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Files as a whole: what is there, who may write, and how one takes the place of another.
namespace daicho {

struct FileStatus {
    enum class Kind : std::uint8_t { file, folder, other };  ///< other: a pipe, a device ...

    Kind kind = Kind::file;
    std::uint64_t size = 0;
    std::string modified;                            ///< YYYY-MM-DD, the day in Japan
    std::pair<std::uint64_t, std::uint64_t> number;  ///< the same for two names of one file or folder
};

/// What is at `path`, symbolic links followed; nothing where nothing is. Throws Error where that cannot be
/// told (permissions, links in a circle).
std::optional<FileStatus> file_facts(const std::string& path);

/// Names in a folder in the order of their bytes; those that begin with a dot are left out. Throws Error.
std::vector<std::string> list_folder(const std::string& path);

/// One at a time: an exclusive lock on the file at `path`, held until this goes. The system gives it back
/// when the process ends, however it ends. The file stays where it is; only who holds it may remove it, while
/// it is held.
class FileLock {
 public:
    /// Nothing where somebody else holds it; the file is made where it is missing. Throws Error.
    static std::optional<FileLock> try_lock(const std::string& path);
    /// Waits until nobody else holds it. Throws Error.
    static FileLock wait(const std::string& path);

    FileLock(FileLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~FileLock();

 private:
    explicit FileLock(int fd) : fd_(fd) {}
    static std::optional<FileLock> lock(const std::string& path, int operation);

    int fd_;
};

/// The file a name stands for, symbolic links followed: so that a link stays a link when its file is
/// replaced. Where nothing is there yet, `path` itself, or what a link there leads to. Throws Error where
/// links lead in a circle.
std::string real_target(const std::string& path);
/// The same for who is about to replace the file. Throws Error where there is anything but a plain file: a
/// folder, a device, a pipe.
std::string file_to_replace(const std::string& path);

/// Where files that nobody shall keep go: $TMPDIR, or /tmp.
std::string temporary_folder();

/// Makes an empty file of a fresh name beside `path` (PATH.daicho-XXXXXX), readable as any new file is, and
/// gives its name. Throws Error.
std::string make_temporary_beside(const std::string& path);
/// Removes what `make_temporary_beside(path)` made for processes that were killed, with what was put behind
/// those names (-journal, -wal ...). Only for who holds the lock. Gives their number.
std::size_t remove_temporaries_beside(const std::string& path);

/// Has the bytes of a file on the disk before it returns. Throws Error.
void sync_file(const std::string& path);
/// `from` takes the name and place of `to` in one step, which is on the disk when this returns. Both are in
/// one file system. Throws Error.
void rename_file(const std::string& from, const std::string& to);
/// False where there was no such file. Throws Error.
bool remove_file(const std::string& path);
/// Writes the bytes of `from` over `to`, sharing blocks where the file system can. Not synced. Throws Error
/// that names the one that failed.
void copy_file(const std::string& from, const std::string& to);

}  // namespace daicho
