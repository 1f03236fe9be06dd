#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace daicho {

/// A file that is read as if it were memory: pages come from the disk when they are first touched. The file
/// must not change while it is mapped; one that takes its name does no harm.
class MappedFile {
 public:
    /// Throws Error where it cannot be opened, or is empty.
    explicit MappedFile(const std::string& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;

    std::string_view bytes() const { return {data_, size_}; }
    const std::string& path() const { return path_; }

 private:
    std::string path_;
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace daicho
