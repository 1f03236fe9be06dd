#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "grammars/base/os.hpp"

namespace daicho {

constexpr std::string_view gzip_magic = "\x1F\x8B";

/// What a gzip file (RFC 1952) holds, its parts one after the other, with lengths and checksums verified.
/// Memory does not depend on its size.
class GzipSource final : public ByteSource {
 public:
    /// `source` stands at its beginning and outlives this. Throws Error where it is no gzip.
    GzipSource(ByteSource& source, std::string name);
    ~GzipSource() override;

    /// Throws Error where the file is damaged or cut off.
    std::size_t read(char* to, std::size_t size) override;
    bool rewindable() const override { return source_.rewindable(); }
    void rewind() override;
    const std::string& name() const override { return name_; }

    /// The day (in Japan) that the header of the first part gives, YYYY-MM-DD, or "".
    const std::string& modified() const { return modified_; }

 private:
    struct State;

    bool fill();
    void read_header();
    bool next_part();

    ByteSource& source_;
    std::string name_;
    std::string modified_;
    std::unique_ptr<State> state_;
};

}  // namespace daicho
