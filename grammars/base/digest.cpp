#include "grammars/base/digest.hpp"

#include "grammars/base/hexadecimal.hpp"

#include <vector>

#include <nettle/sha2.h>

namespace daicho {

namespace {

std::string hex_of(sha256_ctx& context) {
    std::uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(&context, sizeof digest, digest);
    std::string text(2 * sizeof digest, '0');
    for (std::size_t i = 0; i < sizeof digest; ++i) {
        text[2 * i] = small_hex_digits[digest[i] >> 4];
        text[2 * i + 1] = small_hex_digits[digest[i] & 15];
    }
    return text;
}

}  // namespace

struct Sha256::State {
    sha256_ctx context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    sha256_init(&state_->context);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
    sha256_update(&state_->context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::hex() {
    return hex_of(state_->context);
}

std::string sha256_of(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    return hex_of(context);
}

std::size_t DigestingSource::read(char* to, std::size_t size) {
    const std::size_t got = source_.read(to, size);
    at_ += got;
    if (at_ > digested_) {
        const std::size_t fresh = at_ - digested_;
        sha256_.add({to + (got - fresh), fresh});
        digested_ = at_;
    }
    return got;
}

void DigestingSource::rewind() {
    source_.rewind();
    at_ = 0;
}

DigestingSource::Digest DigestingSource::finish() {
    std::vector<char> block(std::size_t{1} << 16);
    while (read(block.data(), block.size()) != 0) {
    }
    return {sha256_.hex(), digested_};
}

}  // namespace daicho
