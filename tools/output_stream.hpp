#pragma once

#include <array>
#include <ostream>
#include <streambuf>
#include <string>

#include "grammars/base/os.hpp"

namespace daicho {

/// Thrown when nobody reads standard output any more (`daicho … | head`). Not a failure: the run simply ends.
struct ClosedPipe {};

/// The buffer of OutputStream.
class OutputBuffer : public std::streambuf {
 public:
    explicit OutputBuffer(const std::string& path);
    void commit();

 private:
    int_type overflow(int_type c) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;
    void drain();
    void write(std::string_view text);

    OutputFile file_;
    std::array<char, 65536> buffer_;
};

/// A stream into an OutputFile that does not swallow failures: a write that fails throws Error or ClosedPipe.
class OutputStream : public std::ostream {
 public:
    /// "-" is standard output.
    explicit OutputStream(const std::string& path) : std::ostream(nullptr), buffer_(path) {
        rdbuf(&buffer_);
        exceptions(std::ios::badbit);
    }
    /// Writes what is left and lets the file appear. Without it a file never appears.
    void commit() { buffer_.commit(); }

 private:
    OutputBuffer buffer_;
};

}  // namespace daicho
