#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "grammars/base/os.hpp"

namespace daicho {

/// The SHA-256 of bytes that come piece by piece.
class Sha256 {
 public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::string_view bytes);
    /// 64 digits, lower case, of all that was added; starts anew after it.
    std::string hex();

 private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The same of bytes that are all there.
std::string sha256_of(std::string_view bytes);

/// Passes a source through and digests each byte of it once, however often it is rewound.
class DigestingSource final : public ByteSource {
 public:
    explicit DigestingSource(ByteSource& source) : source_(source) {}

    std::size_t read(char* to, std::size_t size) override;
    bool rewindable() const override { return source_.rewindable(); }
    void rewind() override;
    const std::string& name() const override { return source_.name(); }

    struct Digest {
        std::string sha256;
        std::uint64_t size = 0;
    };
    /// Reads what nobody read yet, and tells of the whole source. To be asked once.
    Digest finish();

 private:
    ByteSource& source_;
    Sha256 sha256_;
    std::uint64_t digested_ = 0;
    std::uint64_t at_ = 0;
};

}  // namespace daicho
