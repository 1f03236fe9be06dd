#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace daicho {

/// Tells texts apart within a run: all of its bits are good, and it is another one on another machine.
inline std::uint64_t text_hash(std::string_view text, std::uint64_t seed = 1) {
    std::uint64_t hash = seed ^ text.size() << 56;
    const auto add = [&](std::uint64_t word) {
        hash = (hash ^ word) * 0xbf58476d1ce4e5b9u;
        hash ^= hash >> 29;
    };
    const auto word_at = [](const char* at, std::size_t size) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, size);
        return word;
    };
    const char* at = text.data();
    const char* const end = at + text.size();
    if (text.size() >= 8) {
        for (; end - at > 8; at += 8) add(word_at(at, 8));
        add(word_at(end - 8, 8));  // some of them once more
    } else if (text.size() >= 4) {
        add(word_at(at, 4) | word_at(end - 4, 4) << 32);
    } else if (!text.empty()) {
        add(word_at(at, 1) | word_at(at + text.size() / 2, 1) << 8 | word_at(end - 1, 1) << 16);
    }
    hash *= 0x94d049bb133111ebu;
    return hash ^ hash >> 32;  // tables take the low bits, which a product has from low bits alone
}

}  // namespace daicho
