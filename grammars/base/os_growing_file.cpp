#include "grammars/base/os_growing_file.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grammars/base/error.hpp"
#include "grammars/base/os_failure.hpp"

namespace daicho {

GrowingFile::GrowingFile(std::string path, std::uint64_t kept) : path_(std::move(path)), size_(kept) {
    fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (fd_ < 0) throw_system_error(path_, "その場所に書けません", "cannot write in that place", errno);
    const auto at = static_cast<off_t>(kept);
    if (::ftruncate(fd_, at) != 0 || ::lseek(fd_, at, SEEK_SET) != at) {
        const int code = errno;
        ::close(fd_);
        throw_system_error(path_, "書けません", "cannot be written", code);
    }
}

GrowingFile::~GrowingFile() {
    if (fd_ >= 0) ::close(fd_);
}

void GrowingFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            throw_system_error(path_, "書けません", "cannot be written", errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
}

void GrowingFile::finish() {
    const int fd = fd_;
    fd_ = -1;
    const bool synced = ::fsync(fd) == 0;
    const int code = errno;
    const bool closed = ::close(fd) == 0;
    if (!synced) throw_system_error(path_, "書けません", "cannot be written", code);
    if (!closed) throw_system_error(path_, "書けません", "cannot be written", errno);
}

FolderLock::FolderLock(const std::string& folder) {
    fd_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd_ < 0) throw_system_error(folder, "開けません", "cannot be opened", errno);
    if (::flock(fd_, LOCK_EX | LOCK_NB) == 0) return;
    const int code = errno;
    ::close(fd_);
    fd_ = -1;
    if (code != EWOULDBLOCK) return;  // a file system without locks
    throw Error{
        ErrorKind::system,
        folder + ": ほかの daicho がこのフォルダーに書いています。終わってから、もう一度実行してください",
        folder + ": another daicho is writing into this folder; run it again when that has ended"};
}

FolderLock::~FolderLock() {
    if (fd_ >= 0) ::close(fd_);
}

void make_folders(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw_system_error(folder, "フォルダーを作れません", "the folder cannot be made", error.value());
}

void set_file_time(const std::string& path, std::int64_t time) {
    const struct timespec both[2] = {{time, 0}, {time, 0}};
    if (::utimensat(AT_FDCWD, path.c_str(), both, 0) != 0) return;  // a date is worth no failure
}

}  // namespace daicho
