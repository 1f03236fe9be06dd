#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace daicho {

/// Takes the bytes of a file that is being made.
class ByteSink {
 public:
    virtual ~ByteSink() = default;
    /// Throws Error.
    virtual void write(std::string_view bytes) = 0;
    /// Everything has been written. A sink that dies without it leaves nothing behind, where it can.
    virtual void commit() = 0;
};

/// A file that appears under its name when it is committed; "-" is standard output. Throws Error.
std::unique_ptr<ByteSink> file_sink(const std::string& path);

/// Appends to `bytes`, which must outlive it.
std::unique_ptr<ByteSink> memory_sink(std::string& bytes);

}  // namespace daicho
