#include "grammars/base/os_mapped_file.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grammars/base/error.hpp"
#include "grammars/base/os_failure.hpp"

namespace daicho {

namespace {

std::size_t size_of(int fd, const std::string& path) {
    struct stat status {};
    if (::fstat(fd, &status) != 0) throw_system_error(path, "調べられません", "cannot be examined", errno);
    if (!S_ISREG(status.st_mode) || status.st_size == 0) {
        throw Error{ErrorKind::input, path + ": 空か、普通のファイルではありません",
                    path + ": this is empty or no regular file"};
    }
    return static_cast<std::size_t>(status.st_size);
}

class OpenFile {
 public:
    /// Does not wait for who might write into a pipe.
    explicit OpenFile(const std::string& path)
        : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
        if (fd_ < 0) throw_system_error(path, "開けません", "cannot be opened", errno);
    }
    ~OpenFile() { ::close(fd_); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    operator int() const { return fd_; }

 private:
    int fd_;
};

}  // namespace

MappedFile::MappedFile(const std::string& path) : path_(path) {
    const OpenFile file{path};
    size_ = size_of(file, path);
    void* const mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file, 0);
    if (mapped == MAP_FAILED) throw_system_error(path, "読み込めません", "cannot be mapped", errno);
    data_ = static_cast<const char*>(mapped);
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : path_(std::move(other.path_)), data_(std::exchange(other.data_, nullptr)), size_(other.size_) {}

}  // namespace daicho
