#pragma once

#include <cstdint>

namespace daicho {

// Eight bytes of a text at a time, as they lie in memory. What is found in a word is told by the top bits of
// its bytes: not zero where any byte is such a one. Above the lowest one that is found bits may be wrong.

/// `byte` in each of the eight.
constexpr std::uint64_t in_each_byte(unsigned byte) {
    return 0x0101010101010101u * byte;
}

/// Bytes that are not ASCII.
constexpr std::uint64_t high_bytes(std::uint64_t word) {
    return word & in_each_byte(0x80);
}

/// Bytes below the space.
constexpr std::uint64_t bytes_below_space(std::uint64_t word) {
    return high_bytes((word - in_each_byte(' ')) & ~word);
}

/// Bytes that are `byte`.
constexpr std::uint64_t bytes_equal_to(std::uint64_t word, unsigned byte) {
    const std::uint64_t difference = word ^ in_each_byte(byte);
    return high_bytes((difference - in_each_byte(1)) & ~difference);
}

/// Of numbers, one in each byte.
constexpr std::uint64_t sum_of_bytes(std::uint64_t word) {
    constexpr std::uint64_t every_other = 0x00FF00FF00FF00FFu;
    const std::uint64_t pairs = (word & every_other) + ((word >> 8) & every_other);
    return (pairs * 0x0001000100010001u) >> 48;
}

}  // namespace daicho
