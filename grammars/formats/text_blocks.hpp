#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "grammars/formats/simd.hpp"

/// Texts between signs, sixteen bytes at a time. For .cpp files of this folder.
namespace daicho {

#if defined(__SSE2__)

inline __m128i block_at(const char* at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
}

#endif

/// What there is to say of bytes that were passed.
struct Passed {
    unsigned open = 0;  ///< of the last character, bits for its bytes in the block to come
    bool odd = false;   ///< some may be no UTF-8
};

#if defined(__SSE2__)

/// Looks whether the bytes of `block` that `below` marks are ASCII and characters of three bytes, as kana and
/// kanji are. Lead bytes that only some second bytes may follow are left to others. `high`: of those bytes.
[[gnu::always_inline]] inline void pass_high(__m128i block, unsigned below, unsigned high, Passed& passed) {
    const auto each = [](int byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
    const auto marks = [](__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); };
    const unsigned tails = marks(_mm_cmplt_epi8(block, each(0xC0))) & below;
    const unsigned surrogates = marks(_mm_cmpeq_epi8(block, each(0xED)));
    const unsigned leads =
        marks(_mm_and_si128(_mm_cmpgt_epi8(block, each(0xE0)), _mm_cmplt_epi8(block, each(0xF0)))) & below &
        ~surrogates;
    const unsigned wanted = leads << 1 | leads << 2 | passed.open;
    passed.odd |= (tails | leads) != high || (wanted & 0xFFFF) != tails;
    passed.open = wanted >> 16;
}

#endif

inline std::uint64_t word_at(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// Whether `text` stands at `at`, where so many bytes are.
[[gnu::always_inline]] inline bool same_bytes(const char* at, std::string_view text) {
    if (text.size() < sizeof(std::uint64_t)) return std::memcmp(at, text.data(), text.size()) == 0;
    std::size_t i = 0;
#if defined(__SSE2__)
    for (; text.size() - i >= 16; i += 16) {
        const __m128i same = _mm_cmpeq_epi8(block_at(at + i), block_at(text.data() + i));
        if (_mm_movemask_epi8(same) != 0xFFFF) return false;
    }
#endif
    for (; text.size() - i >= sizeof(std::uint64_t); i += sizeof(std::uint64_t)) {
        if (word_at(at + i) != word_at(text.data() + i)) return false;
    }
    const std::size_t last = text.size() - sizeof(std::uint64_t);
    return word_at(at + last) == word_at(text.data() + last);
}

}  // namespace daicho
