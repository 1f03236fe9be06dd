#include "models/comparison/record_hash.hpp"

#include <bit>
#include <cstddef>
#include <cstring>

namespace daicho {

namespace {

constexpr std::uint64_t prime1 = 0x9E3779B185EBCA87u, prime2 = 0xC2B2AE3D27D4EB4Fu,
                        prime3 = 0x165667B19E3779F9u, prime4 = 0x85EBCA77C2B2AE63u,
                        prime5 = 0x27D4EB2F165667C5u;

template <class Word>
std::uint64_t word_at(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

std::uint64_t mixed(std::uint64_t lane, std::uint64_t word) {
    return std::rotl(lane + word * prime2, 31) * prime1;
}

std::uint64_t joined(std::uint64_t hash, std::uint64_t lane) {
    return (hash ^ mixed(0, lane)) * prime1 + prime4;
}

/// Of whole stripes of 32 bytes; moves `at` behind them.
std::uint64_t hash_of_stripes(const char*& at, const char* end, std::uint64_t seed) {
    std::uint64_t a = seed + prime1 + prime2, b = seed + prime2, c = seed, d = seed - prime1;
    for (; end - at >= 32; at += 32) {
        a = mixed(a, word_at<std::uint64_t>(at));
        b = mixed(b, word_at<std::uint64_t>(at + 8));
        c = mixed(c, word_at<std::uint64_t>(at + 16));
        d = mixed(d, word_at<std::uint64_t>(at + 24));
    }
    std::uint64_t hash = std::rotl(a, 1) + std::rotl(b, 7) + std::rotl(c, 12) + std::rotl(d, 18);
    for (const std::uint64_t lane : {a, b, c, d}) hash = joined(hash, lane);
    return hash;
}

}  // namespace

std::uint64_t record_hash(std::string_view text, std::uint64_t seed) {
    const char* at = text.data();
    const char* const end = at + text.size();
    std::uint64_t hash = text.size() >= 32 ? hash_of_stripes(at, end, seed) : seed + prime5;
    hash += text.size();
    for (; end - at >= 8; at += 8) {
        hash = std::rotl(hash ^ mixed(0, word_at<std::uint64_t>(at)), 27) * prime1 + prime4;
    }
    if (end - at >= 4) {
        hash = std::rotl(hash ^ (word_at<std::uint32_t>(at) * prime1), 23) * prime2 + prime3;
        at += 4;
    }
    for (; at < end; ++at) hash = std::rotl(hash ^ (word_at<std::uint8_t>(at) * prime5), 11) * prime1;
    hash = (hash ^ (hash >> 33)) * prime2;
    hash = (hash ^ (hash >> 29)) * prime3;
    return hash ^ (hash >> 32);
}

}  // namespace daicho
