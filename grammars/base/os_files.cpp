#include "grammars/base/os_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grammars/base/date_in_japan.hpp"
#include "grammars/base/error.hpp"
#include "grammars/base/os_failure.hpp"
#include "grammars/base/path_names.hpp"

namespace daicho {

namespace {

constexpr std::string_view temporary_mark = ".daicho-";
constexpr std::size_t temporary_letters = 6;

/// A file descriptor that is closed in the end.
class Descriptor {
 public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    operator int() const { return fd_; }
    int release() { return std::exchange(fd_, -1); }

 private:
    int fd_;
};

bool same_file(int fd, const std::string& path) {
    struct stat open {};
    struct stat named {};
    return ::fstat(fd, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
           open.st_ino == named.st_ino;
}

void sync_folder(const std::string& path) {
    const Descriptor fd{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (fd < 0) throw_system_error(path, "開けません", "cannot be opened", errno);
    // Some file systems cannot sync a folder and say so; the name is there all the same.
    if (::fsync(fd) != 0 && errno != EINVAL && errno != ENOTSUP) {
        throw_system_error(path, "書けません", "cannot be written", errno);
    }
}

bool copies_not_there(int code) {
    return code == EXDEV || code == EINVAL || code == ENOSYS || code == EOPNOTSUPP || code == ETXTBSY;
}

/// Copies inside the system from where both files are; false where it cannot do that with these two.
bool copy_in_system(int from, int to, const std::string& name) {
    if (::ioctl(to, FICLONE, from) == 0) return true;
    for (;;) {
        const ssize_t copied = ::copy_file_range(from, nullptr, to, nullptr, std::size_t{1} << 30, 0);
        if (copied == 0) return true;
        if (copied > 0 || errno == EINTR) continue;
        if (copies_not_there(errno)) return false;
        throw_system_error(name, "書けません", "cannot be written", errno);
    }
}

void copy_by_hand(int from, int to, const std::string& from_name, const std::string& to_name) {
    std::vector<char> block(std::size_t{1} << 18);
    for (;;) {
        const ssize_t got = ::read(from, block.data(), block.size());
        if (got == 0) return;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw_system_error(from_name, "読めません", "cannot be read", errno);
        for (ssize_t done = 0; done < got;) {
            const ssize_t written = ::write(to, block.data() + done, static_cast<std::size_t>(got - done));
            if (written >= 0) {
                done += written;
            } else if (errno != EINTR) {
                throw_system_error(to_name, "書けません", "cannot be written", errno);
            }
        }
    }
}

}  // namespace

std::optional<FileStatus> file_facts(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        throw_system_error(path, "調べられません", "cannot be looked at", errno);
    }
    FileStatus facts;
    facts.kind = S_ISREG(status.st_mode)   ? FileStatus::Kind::file
                 : S_ISDIR(status.st_mode) ? FileStatus::Kind::folder
                                           : FileStatus::Kind::other;
    facts.size = static_cast<std::uint64_t>(status.st_size);
    facts.modified = date_in_japan(status.st_mtim.tv_sec);
    facts.number = {status.st_dev, status.st_ino};
    return facts;
}

std::vector<std::string> list_folder(const std::string& path) {
    DIR* folder = ::opendir(path.c_str());
    if (folder == nullptr) throw_system_error(path, "開けません", "cannot be opened", errno);
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(folder)) {
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    const int code = errno;
    ::closedir(folder);
    if (code != 0) throw_system_error(path, "読めません", "cannot be read", code);
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<FileLock> FileLock::lock(const std::string& path, int operation) {
    for (;;) {
        Descriptor fd{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)};
        if (fd < 0)
            throw_system_error(path, "ロックファイルを作れません", "cannot make the lock file", errno);
        if (::flock(fd, operation) != 0) {
            if (errno == EWOULDBLOCK) return std::nullopt;
            if (errno == EINTR) continue;
            throw_system_error(path, "ロックできません", "cannot be locked", errno);
        }
        // Removed by somebody between the two calls: then this is a lock on nothing.
        if (same_file(fd, path)) return FileLock{fd.release()};
    }
}

std::optional<FileLock> FileLock::try_lock(const std::string& path) {
    return lock(path, LOCK_EX | LOCK_NB);
}

FileLock FileLock::wait(const std::string& path) {
    return std::move(*lock(path, LOCK_EX));
}

FileLock::~FileLock() {
    if (fd_ >= 0) ::close(fd_);
}

namespace {

/// Where a link leads; nothing where `path` is no link.
std::optional<std::string> link_target(const std::string& path) {
    char target[4096];
    const ssize_t size = ::readlink(path.c_str(), target, sizeof target);
    if (size <= 0) return std::nullopt;
    std::string to(target, static_cast<std::size_t>(size));
    return to.front() == '/' ? to : folder_of_path(path) + "/" + to;
}

}  // namespace

std::string real_target(const std::string& path) {
    if (char* resolved = ::realpath(path.c_str(), nullptr)) {
        std::string target = resolved;
        std::free(resolved);
        return target;
    }
    constexpr int most_links = 40;  // as the system follows
    std::string target = path;
    auto next = link_target(target);
    for (int links = 0; next; next = link_target(target)) {
        if (++links > most_links) throw_system_error(path, "書けません", "cannot be written", ELOOP);
        target = *next;
    }
    return target;
}

std::string file_to_replace(const std::string& path) {
    struct stat status {};
    std::string target = real_target(path);
    if (::stat(target.c_str(), &status) != 0) return target;
    if (S_ISDIR(status.st_mode)) throw_system_error(path, "書けません", "cannot be written", EISDIR);
    if (!S_ISREG(status.st_mode)) {
        throw Error{ErrorKind::usage,
                    path + ": 普通のファイルではないので置き換えません。別の名前を指定してください",
                    path + ": it is no plain file and is not replaced; name another one"};
    }
    return target;
}

std::string temporary_folder() {
    const char* folder = std::getenv("TMPDIR");
    return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

std::string make_temporary_beside(const std::string& path) {
    std::string name = path + std::string{temporary_mark} + std::string(temporary_letters, 'X');
    const Descriptor fd{::mkostemp(name.data(), O_CLOEXEC)};
    if (fd < 0) throw_system_error(path, "その場所に書けません", "cannot write in that place", errno);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(fd, 0666 & ~mask);
    return name;
}

std::size_t remove_temporaries_beside(const std::string& path) {
    const std::string start = std::string(name_of_path(path)) + std::string{temporary_mark};
    const std::string folder = folder_of_path(path);
    std::size_t removed = 0;
    for (const auto& name : list_folder(folder)) {
        if (!name.starts_with(start)) continue;
        const auto rest = std::string_view{name}.substr(start.size());
        if (rest.size() < temporary_letters) continue;
        if (rest.size() > temporary_letters && rest[temporary_letters] != '-') continue;
        removed += remove_file(folder + "/" + name);
    }
    return removed;
}

void sync_file(const std::string& path) {
    const Descriptor fd{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (fd < 0) throw_system_error(path, "開けません", "cannot be opened", errno);
    if (::fsync(fd) != 0) throw_system_error(path, "書けません", "cannot be written", errno);
}

void rename_file(const std::string& from, const std::string& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) {
        throw_system_error(to, "置き換えられません", "cannot be replaced", errno);
    }
    sync_folder(folder_of_path(to));
}

bool remove_file(const std::string& path) {
    if (::unlink(path.c_str()) == 0) return true;
    if (errno == ENOENT) return false;
    throw_system_error(path, "消せません", "cannot be removed", errno);
}

void copy_file(const std::string& from, const std::string& to) {
    const Descriptor in{::open(from.c_str(), O_RDONLY | O_CLOEXEC)};
    if (in < 0) throw_system_error(from, "開けません", "cannot be opened", errno);
    Descriptor out{::open(to.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)};
    if (out < 0) throw_system_error(to, "書けません", "cannot be written", errno);
    if (!copy_in_system(in, out, to)) copy_by_hand(in, out, from, to);
    if (::close(out.release()) != 0) throw_system_error(to, "書けません", "cannot be written", errno);
}

}  // namespace daicho
