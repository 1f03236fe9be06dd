#include "grammars/base/os.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

#include <fcntl.h>
#include <sched.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grammars/base/error.hpp"
#include "grammars/base/os_failure.hpp"
#include "grammars/base/os_files.hpp"

namespace daicho {

namespace {

constexpr std::size_t memory_limit = 1 << 20;

std::size_t read_some_at(int fd, char* to, std::size_t size, std::uint64_t offset, const std::string& name) {
    for (;;) {
        const ssize_t got = ::pread(fd, to, size, static_cast<off_t>(offset));
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) throw_system_error(name, "読めません", "cannot be read", errno);
    }
}

std::size_t read_some(int fd, char* to, std::size_t size, const std::string& name) {
    for (;;) {
        const ssize_t got = ::read(fd, to, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) throw_system_error(name, "読めません", "cannot be read", errno);
    }
}

/// 0, or the code of what went wrong.
int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int write_all_at(int fd, std::string_view bytes, std::uint64_t offset) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0) {
            if (errno == EINTR) continue;
            return errno;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return 0;
}

[[noreturn]] void refuse_temporary(const std::string& name, int code) {
    const std::string where = name + " (" + temporary_folder() + ", $TMPDIR)";
    throw_system_error(where, "一時ファイルに書けません", "cannot write a temporary file", code);
}

int open_nameless(const std::string& name) {
    std::string path = temporary_folder() + "/daicho-XXXXXX";
    const int fd = ::mkostemp(path.data(), O_CLOEXEC);
    if (fd < 0) refuse_temporary(name, errno);
    ::unlink(path.c_str());
    return fd;
}

}  // namespace

InputFile::InputFile(const std::string& path) : name_(path) {
    if (path == "-") {
        name_ = "(stdin)";
        fd_ = STDIN_FILENO;
        owned_ = false;
    } else {
        fd_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (fd_ < 0) throw_system_error(name_, "開けません", "cannot be opened", errno);
    }
    struct stat status {};
    if (::fstat(fd_, &status) == 0 && S_ISDIR(status.st_mode)) {
        if (owned_) ::close(fd_);
        throw_system_error(name_, "開けません", "cannot be opened", EISDIR);
    }
    rewindable_ = owned_ && S_ISREG(status.st_mode);
    if (rewindable_) ::posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
}

InputFile::~InputFile() {
    if (owned_) ::close(fd_);
}

std::size_t InputFile::read(char* to, std::size_t size) {
    return read_some(fd_, to, size, name_);
}

void InputFile::seek(std::uint64_t offset) {
    if (::lseek(fd_, static_cast<off_t>(offset), SEEK_SET) < 0) {
        throw_system_error(name_, "読み直せません", "cannot be read again", errno);
    }
}

std::uint64_t InputFile::size() {
    struct stat status {};
    if (::fstat(fd_, &status) != 0) throw_system_error(name_, "読めません", "cannot be read", errno);
    return static_cast<std::uint64_t>(status.st_size);
}

SpooledSource::~SpooledSource() {
    if (fd_ >= 0) ::close(fd_);
}

void SpooledSource::keep(const char* bytes, std::size_t size) {
    const std::size_t room = fd_ >= 0 ? 0 : memory_limit - std::min(memory_limit, memory_.size());
    const std::size_t first = std::min(room, size);
    memory_.append(bytes, first);
    if (first < size) {
        if (fd_ < 0) fd_ = open_nameless(name());
        const int code = write_all_at(fd_, {bytes + first, size - first}, kept_ + first - memory_.size());
        if (code != 0) refuse_temporary(name(), code);
    }
    kept_ += size;
}

std::size_t SpooledSource::read(char* to, std::size_t size) {
    std::size_t got = 0;
    if (at_ < memory_.size()) {
        got = std::min<std::size_t>(size, memory_.size() - at_);
        std::memcpy(to, memory_.data() + at_, got);
    } else if (at_ < kept_) {
        size = std::min<std::uint64_t>(size, kept_ - at_);
        got = read_some_at(fd_, to, size, at_ - memory_.size(), name());
    } else {
        got = source_.read(to, size);
        keep(to, got);
    }
    at_ += got;
    return got;
}

void SpooledSource::seek(std::uint64_t offset) {
    if (offset > kept_) {
        at_ = kept_;
        std::vector<char> block(std::min<std::uint64_t>(offset - kept_, std::size_t{1} << 16));
        while (at_ < offset && read(block.data(), std::min<std::uint64_t>(offset - at_, block.size())) != 0) {
        }
    }
    at_ = offset;
}

std::uint64_t SpooledSource::size() {
    const std::uint64_t at = at_;
    at_ = kept_;
    std::vector<char> block(std::size_t{1} << 16);
    while (read(block.data(), block.size()) != 0) {
    }
    at_ = at;
    return kept_;
}

namespace {

constexpr std::string_view draft_mark = ".daicho-";
constexpr std::size_t draft_letters = 6;

/// Removes a draft that nobody writes any more: who does has it locked. One that was made just now may be
/// about to be locked.
void remove_if_abandoned(const std::string& draft) {
    constexpr std::time_t old_enough = 60;  // seconds
    const int fd = ::open(draft.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0) return;
    struct stat status {};
    const bool old = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
                     status.st_mtime + old_enough < std::time(nullptr);
    if (old && ::flock(fd, LOCK_EX | LOCK_NB) == 0) ::unlink(draft.c_str());
    ::close(fd);
}

/// Removes the drafts of `path` that runs which were killed have left.
void remove_abandoned_drafts(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == path.npos ? "./" : path.substr(0, slash + 1);
    const std::string start = path.substr(slash == path.npos ? 0 : slash + 1) + std::string(draft_mark);
    try {
        for (const std::string& name : list_folder(folder)) {
            if (name.starts_with(start) && name.size() == start.size() + draft_letters)
                remove_if_abandoned(folder + name);
        }
    } catch (const Error&) {  // the folder cannot be listed: then drafts stay
    }
}

}  // namespace

NamelessFile::NamelessFile(const std::string& name) : name_(name), fd_(open_nameless(name)) {}

NamelessFile::~NamelessFile() {
    ::close(fd_);
}

std::string NamelessFile::path() const {
    return "/proc/self/fd/" + std::to_string(fd_);
}

std::size_t NamelessFile::read(char* to, std::size_t size) {
    const std::size_t got = read_some_at(fd_, to, size, at_, name_);
    at_ += got;
    return got;
}

OutputFile::OutputFile(const std::string& path) : path_(path) {
    struct stat status {};
    if (path == "-") {
        path_ = "(stdout)";
        fd_ = STDOUT_FILENO;
        owned_ = false;
        ignore_broken_pipes();
        return;
    }
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        throw_system_error(path_, "書けません", "cannot be written", EISDIR);
    if (exists && !S_ISREG(status.st_mode)) {
        fd_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
        if (fd_ < 0) throw_system_error(path_, "書けません", "cannot be written", errno);
        return;
    }
    path_ = real_target(path);
    remove_abandoned_drafts(path_);
    temporary_ = path_ + std::string(draft_mark) + std::string(draft_letters, 'X');
    fd_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
    if (fd_ < 0) throw_system_error(path, "その場所に書けません", "cannot write in that place", errno);
    ::flock(fd_, LOCK_EX | LOCK_NB);  // for as long as it is written: nobody takes it for abandoned
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(fd_, exists ? status.st_mode & 07777 : 0666 & ~mask);
}

OutputFile::~OutputFile() {
    if (!owned_ || fd_ < 0) return;
    ::close(fd_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void OutputFile::write(std::string_view bytes) {
    if (closed_) return;
    const int code = write_all(fd_, bytes);
    if (code == EPIPE && !owned_) {
        closed_ = true;
    } else if (code != 0) {
        throw_system_error(path_, "書けません", "cannot be written", code);
    }
}

void OutputFile::commit() {
    if (!owned_) return;
    if (!temporary_.empty()) {
        if (::fsync(fd_) != 0) throw_system_error(path_, "書けません", "cannot be written", errno);
        if (::rename(temporary_.c_str(), path_.c_str()) != 0) {
            throw_system_error(path_, "置き換えられません", "cannot be replaced", errno);
        }
        temporary_.clear();
    }
    if (::close(fd_) != 0) throw_system_error(path_, "書けません", "cannot be written", errno);
    fd_ = -1;
}

void ignore_broken_pipes() {
    std::signal(SIGPIPE, SIG_IGN);
}

void ignore_file_size_signals() {
    std::signal(SIGXFSZ, SIG_IGN);
}

bool is_terminal(int fd) {
    return ::isatty(fd) == 1;
}

unsigned terminal_width(int fd) {
    struct winsize size {};
    if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col != 0) return size.ws_col;
    return 80;
}

unsigned hardware_threads() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0)
        return std::max(1u, static_cast<unsigned>(CPU_COUNT(&set)));
    return 1;
}

std::string read_file(const std::string& path) {
    InputFile file{path};
    std::string text;
    if (file.rewindable()) text.reserve(file.size());
    char block[65536];
    while (const std::size_t got = file.read(block, sizeof block)) text.append(block, got);
    return text;
}

}  // namespace daicho
