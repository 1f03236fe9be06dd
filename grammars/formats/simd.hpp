#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Small loops over many bytes at a time. For .cpp files of this folder.
namespace daicho {

/// Copies the ASCII bytes at `at` up to the first other one and gives their number. Up to 16 bytes more than
/// that are written, but never more than there are up to `end`.
inline std::size_t copy_ascii(const unsigned char* at, const unsigned char* end, char* out) {
    const unsigned char* const begin = at;
#if defined(__SSE2__)
    while (end - at >= 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + (at - begin)), block);
        const int high = _mm_movemask_epi8(block);
        if (high != 0)
            return static_cast<std::size_t>(at - begin) + std::countr_zero(static_cast<unsigned>(high));
        at += 16;
    }
#endif
    while (at < end && *at < 0x80) {
        out[at - begin] = static_cast<char>(*at);
        ++at;
    }
    return static_cast<std::size_t>(at - begin);
}

/// Number of ASCII bytes at the start of `text`.
inline std::size_t ascii_prefix(std::string_view text) {
    std::size_t at = 0;
#if defined(__SSE2__)
    while (text.size() - at >= 16) {
        const int high =
            _mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at)));
        if (high != 0) return at + std::countr_zero(static_cast<unsigned>(high));
        at += 16;
    }
#endif
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

/// Number of bytes of `text` that are `least` or more.
inline std::size_t count_from(std::string_view text, unsigned char least) {
    std::size_t count = 0;
    std::size_t at = 0;
#if defined(__SSE2__)
    const __m128i from = _mm_set1_epi8(static_cast<char>(least));
    const __m128i one = _mm_set1_epi8(1);
    __m128i halves = _mm_setzero_si128();  // the counts of the left and the right eight bytes
    for (; text.size() - at >= 16; at += 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        const __m128i found = _mm_and_si128(_mm_cmpeq_epi8(_mm_max_epu8(block, from), block), one);
        halves = _mm_add_epi64(halves, _mm_sad_epu8(found, _mm_setzero_si128()));
    }
    std::uint64_t counts[2];
    std::memcpy(counts, &halves, sizeof counts);
    count = static_cast<std::size_t>(counts[0] + counts[1]);
#endif
    for (; at < text.size(); ++at) count += static_cast<unsigned char>(text[at]) >= least;
    return count;
}

/// Number of code points of a valid UTF-8 text of some length.
std::size_t count_in_blocks(std::string_view text);

/// Length of the longest prefix of `text` that is well-formed UTF-8 up to a boundary between characters.
std::size_t valid_utf8_prefix(std::string_view text);

}  // namespace daicho
