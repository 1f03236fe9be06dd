#include "grammars/formats/csv_marks.hpp"

#include <bit>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace daicho {

namespace {

/// Bit i = parity of the bits up to i.
inline std::uint64_t shift_prefix_xor(std::uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

constexpr bool is_control(unsigned char byte) {
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

namespace portable {

#define DAICHO_TARGET

inline std::uint64_t prefix_xor(std::uint64_t bits) {
    return shift_prefix_xor(bits);
}

struct Block {
    const char* text;

    explicit Block(const char* t) : text(t) {}
    std::uint64_t equal(char wanted) const {
        std::uint64_t bits = 0;
        for (int i = 0; i < 64; ++i) bits |= std::uint64_t{text[i] == wanted} << i;
        return bits;
    }
    std::uint64_t control() const {
        std::uint64_t bits = 0;
        for (int i = 0; i < 64; ++i)
            bits |= std::uint64_t{is_control(static_cast<unsigned char>(text[i]))} << i;
        return bits;
    }
};

#include "grammars/formats/csv_mark_kernel.inc"
#undef DAICHO_TARGET

}  // namespace portable

#if defined(__SSE2__)

namespace sse2 {

#define DAICHO_TARGET

inline std::uint64_t prefix_xor(std::uint64_t bits) {
    return shift_prefix_xor(bits);
}

struct Block {
    __m128i part[4];

    explicit Block(const char* text) {
        for (int i = 0; i < 4; ++i)
            part[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + 16 * i));
    }
    template <class Test>
    std::uint64_t bits(Test test) const {
        std::uint64_t all = 0;
        for (int i = 0; i < 4; ++i) {
            all |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(test(part[i])))} << (16 * i);
        }
        return all;
    }
    std::uint64_t equal(char wanted) const {
        const __m128i all = _mm_set1_epi8(wanted);
        return bits([&](__m128i bytes) { return _mm_cmpeq_epi8(bytes, all); });
    }
    std::uint64_t control() const {
        // Below 0x20 and not 9, 10, 13: shifted so that one comparison of the rare case decides.
        const std::uint64_t low = bits([](__m128i bytes) {
            const __m128i small = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
            return _mm_or_si128(small, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F)));
        });
        if (low == 0) return 0;
        return low & ~(equal('\t') | equal('\n') | equal('\r'));
    }
};

#include "grammars/formats/csv_mark_kernel.inc"
#undef DAICHO_TARGET

}  // namespace sse2

namespace avx2 {

#define DAICHO_TARGET __attribute__((target("avx2,bmi,popcnt,pclmul")))

DAICHO_TARGET inline std::uint64_t prefix_xor(std::uint64_t bits) {
    const __m128i ones = _mm_set1_epi8('\xFF');
    const __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)), ones, 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
}

struct Block {
    __m256i low;
    __m256i high;

    DAICHO_TARGET explicit Block(const char* text)
        : low(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text))),
          high(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32))) {}
    DAICHO_TARGET static std::uint64_t join(__m256i a, __m256i b) {
        return static_cast<std::uint32_t>(_mm256_movemask_epi8(a)) |
               std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(b))} << 32;
    }
    DAICHO_TARGET std::uint64_t equal(char wanted) const {
        const __m256i all = _mm256_set1_epi8(wanted);
        return join(_mm256_cmpeq_epi8(low, all), _mm256_cmpeq_epi8(high, all));
    }
    DAICHO_TARGET static __m256i is_low(__m256i bytes) {
        const __m256i small = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(0x1F)), bytes);
        return _mm256_or_si256(small, _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(0x7F)));
    }
    DAICHO_TARGET std::uint64_t control() const {
        const std::uint64_t found = join(is_low(low), is_low(high));
        if (found == 0) return 0;
        return found & ~(equal('\t') | equal('\n') | equal('\r'));
    }
};

#include "grammars/formats/csv_mark_kernel.inc"
#undef DAICHO_TARGET

}  // namespace avx2

#endif

constexpr CsvMarkerName markers[] = {
#if defined(__SSE2__)
    {"avx2", avx2::mark},
    {"sse2", sse2::mark},
#endif
    {"portable", portable::mark},
};

bool has_avx2() {
#if defined(__SSE2__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
#else
    return true;
#endif
}

}  // namespace

const CsvMarkerName* csv_markers(std::size_t& count) {
    const std::size_t skipped = has_avx2() ? 0 : 1;
    count = std::size(markers) - skipped;
    return markers + skipped;
}

CsvMarker csv_marker() {
    static const CsvMarker best = [] {
        std::size_t count = 0;
        return csv_markers(count)->mark;
    }();
    return best;
}

}  // namespace daicho
