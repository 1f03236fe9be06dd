#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace daicho {

/// How many characters of `a` must be put in, left out, replaced or exchanged with their neighbour to give
/// `b`, both UTF-8.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The characters of a text, one bit each; several share a bit.
std::uint64_t letter_bits(std::string_view text);

/// Whether the bits of two texts tell that more than `edits` are between them: each takes one character away
/// and brings one in. Bits are not counted one by one, which takes a call where the processor may lack it.
constexpr bool are_far(std::uint64_t a, std::uint64_t b, std::size_t edits) {
    std::uint64_t gone = a & ~b, come = b & ~a;
    while (edits-- > 0) {
        gone &= gone - 1;
        come &= come - 1;
    }
    return (gone | come) != 0;
}

}  // namespace daicho
