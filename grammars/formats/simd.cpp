#include "grammars/formats/simd.hpp"

#include <algorithm>

#include "grammars/text/utf8.hpp"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace daicho {

namespace {

#if defined(__SSE2__)

#define DAICHO_TARGET __attribute__((target("avx2")))

// What a pair of bytes can have wrong, one bit each (J. Keiser, D. Lemire, "Validating UTF-8 in less than one
// instruction per byte", 2021). Each of three tables says what its half byte allows; what all three allow is
// wrong.
enum : std::uint8_t {
    too_short = 1 << 0,       // a lead byte without the bytes that must follow
    too_long = 1 << 1,        // a continuation byte behind ASCII
    overlong_3 = 1 << 2,      // E0 80..9F
    too_large = 1 << 3,       // F4 90.., F5..
    surrogate = 1 << 4,       // ED A0..BF
    overlong_2 = 1 << 5,      // C0, C1
    too_large_1000 = 1 << 6,  // F5.. 80..8F
    overlong_4 = 1 << 6,      // F0 80..8F
    two_tails = 1 << 7,       // right only as third or fourth byte
    any_low = too_short | too_long | two_tails,
    large = too_large | too_large_1000,
};

DAICHO_TARGET inline __m256i table(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d,
                                   std::uint8_t e, std::uint8_t f, std::uint8_t g, std::uint8_t h,
                                   std::uint8_t i, std::uint8_t j, std::uint8_t k, std::uint8_t l,
                                   std::uint8_t m, std::uint8_t n, std::uint8_t o, std::uint8_t p) {
    const auto c8 = [](std::uint8_t value) { return static_cast<char>(value); };
    return _mm256_broadcastsi128_si256(_mm_setr_epi8(c8(a), c8(b), c8(c), c8(d), c8(e), c8(f), c8(g), c8(h),
                                                     c8(i), c8(j), c8(k), c8(l), c8(m), c8(n), c8(o), c8(p)));
}

DAICHO_TARGET inline __m256i high_half(__m256i bytes) {
    return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

/// The bytes `N` before those of `now`.
template <int N>
DAICHO_TARGET inline __m256i earlier(__m256i now, __m256i before) {
    return _mm256_alignr_epi8(now, _mm256_permute2x128_si256(before, now, 0x21), 16 - N);
}

/// Not zero where a byte of `now` is wrong behind those before it.
DAICHO_TARGET inline __m256i wrong_bytes(__m256i now, __m256i before) {
    const __m256i first_high =
        table(too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long, two_tails,
              two_tails, two_tails, two_tails, too_short | overlong_2, too_short,
              too_short | overlong_3 | surrogate, too_short | too_large | too_large_1000 | overlong_4);
    const __m256i first_low =
        table(any_low | overlong_3 | overlong_2 | overlong_4, any_low | overlong_2, any_low, any_low,
              any_low | too_large, any_low | large, any_low | large, any_low | large, any_low | large,
              any_low | large, any_low | large, any_low | large, any_low | large, any_low | large | surrogate,
              any_low | large, any_low | large);
    const std::uint8_t tail = too_long | overlong_2 | two_tails;
    const __m256i second_high =
        table(too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
              tail | overlong_3 | too_large_1000 | overlong_4, tail | overlong_3 | too_large,
              tail | surrogate | too_large, tail | surrogate | too_large, too_short, too_short, too_short,
              too_short);
    const __m256i first = earlier<1>(now, before);
    const __m256i pairs = _mm256_and_si256(
        _mm256_and_si256(_mm256_shuffle_epi8(first_high, high_half(first)),
                         _mm256_shuffle_epi8(first_low, _mm256_and_si256(first, _mm256_set1_epi8(0x0F)))),
        _mm256_shuffle_epi8(second_high, high_half(now)));
    const __m256i third = _mm256_subs_epu8(earlier<2>(now, before), _mm256_set1_epi8(0xE0 - 0x80));
    const __m256i fourth = _mm256_subs_epu8(earlier<3>(now, before), _mm256_set1_epi8(0xF0 - 0x80));
    const __m256i must_be_tail =
        _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(static_cast<char>(0x80)));
    return _mm256_xor_si256(must_be_tail, pairs);
}

/// Bytes in whole blocks at the start of `text` in which nothing is wrong; the last character may be cut off
/// there.
DAICHO_TARGET std::size_t sound_blocks(std::string_view text) {
    __m256i before = _mm256_setzero_si256();
    bool ascii_before = true;
    std::size_t at = 0;
    for (; at + 32 <= text.size(); at += 32) {
        const __m256i now = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + at));
        const bool ascii = _mm256_movemask_epi8(now) == 0;
        if (!ascii || !ascii_before) {
            const __m256i wrong = wrong_bytes(now, before);
            if (_mm256_testz_si256(wrong, wrong) == 0) break;
        }
        before = now;
        ascii_before = ascii;
    }
    return at;
}

/// Code points that begin in the whole blocks at the start of `text`, the bytes of which are taken off it.
DAICHO_TARGET std::size_t count_blocks(std::string_view& text) {
    constexpr std::size_t most_blocks = 255;  // what a byte counts to
    const __m256i last_tail = _mm256_set1_epi8(static_cast<char>(0xBF));
    std::uint64_t count = 0;
    while (text.size() >= 32) {
        const std::size_t blocks = std::min(text.size() / 32, most_blocks);
        __m256i begun = _mm256_setzero_si256();  // one count in each byte
        for (std::size_t i = 0; i < blocks; ++i) {
            const auto* const from = reinterpret_cast<const __m256i*>(text.data() + 32 * i);
            begun = _mm256_sub_epi8(begun, _mm256_cmpgt_epi8(_mm256_loadu_si256(from), last_tail));
        }
        std::uint64_t counts[4];
        const __m256i sums = _mm256_sad_epu8(begun, _mm256_setzero_si256());
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(counts), sums);
        for (const std::uint64_t one : counts) count += one;
        text.remove_prefix(32 * blocks);
    }
    return count;
}

#undef DAICHO_TARGET

bool has_avx2() {
    static const bool has = __builtin_cpu_supports("avx2");
    return has;
}

std::size_t checked_blocks(std::string_view text) {
    return has_avx2() ? sound_blocks(text) : 0;
}

std::size_t counted_blocks(std::string_view& text) {
    return has_avx2() ? count_blocks(text) : 0;
}

#else

std::size_t checked_blocks(std::string_view) {
    return 0;
}

std::size_t counted_blocks(std::string_view&) {
    return 0;
}

#endif

}  // namespace

std::size_t count_in_blocks(std::string_view text) {
    const std::size_t counted = counted_blocks(text);
    return counted + count_code_points(text);
}

std::size_t valid_utf8_prefix(std::string_view text) {
    std::size_t at = checked_blocks(text);
    // Back to the start of the character that the blocks may have cut.
    for (int i = 0; i < 4 && at > 0 && static_cast<unsigned char>(text[at - 1]) >= 0x80; ++i) {
        --at;
        if (static_cast<unsigned char>(text[at]) >= 0xC0) break;
    }
    const std::size_t bad = find_invalid_utf8(text.substr(at));
    return bad == std::string_view::npos ? text.size() : at + bad;
}

}  // namespace daicho
