#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "grammars/base/buffer.hpp"
#include "grammars/base/os.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/formats/encoding.hpp"

namespace daicho {

/// Bytes in memory as a source.
class MemorySource final : public ByteSource {
 public:
    MemorySource(std::string bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}

    std::size_t read(char* to, std::size_t size) override;
    bool rewindable() const override { return true; }
    void rewind() override { at_ = 0; }
    const std::string& name() const override { return name_; }

 private:
    std::string bytes_;
    std::string name_;
    std::size_t at_ = 0;
};

/// Bytes of a source as UTF-8, chunk by chunk. UTF-8 is read right into its place.
class TextSource {
 public:
    TextSource(ByteSource& source, Encoding encoding)
        : source_(source), utf8_(encoding == Encoding::utf8), decoder_(encoding) {}

    /// Appends a chunk to `text`, and to `replaced` what `Decoder` says of it; false at the end.
    bool read(Buffer<char>& text, std::vector<SourceBytes>& replaced);
    /// Bytes that were looked at before and are read first.
    void put_back(std::string_view bytes) { rest_.assign(bytes); }

 private:
    bool read_utf8(Buffer<char>& text, std::vector<SourceBytes>& replaced);
    bool read_other(Buffer<char>& text, std::vector<SourceBytes>& replaced);

    ByteSource& source_;
    bool utf8_;
    Decoder decoder_;
    std::string rest_;  ///< the start of a character at the end of the last chunk
};

}  // namespace daicho
