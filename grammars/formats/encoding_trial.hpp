#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "grammars/formats/encoding_evidence.hpp"

/// Passes over all bytes of an input. For the encoding_*.cpp of this folder.
namespace daicho {

constexpr std::size_t trial_block = 1 << 16;

constexpr bool is_utf16(Encoding encoding) {
    return encoding == Encoding::utf16le || encoding == Encoding::utf16be;
}

/// Reads the whole source once, block by block: `use(block, is_last)` gives false to stop early.
template <class Use>
void read_through(ByteSource& source, std::size_t skip, Use&& use) {
    source.rewind();
    std::vector<char> now(trial_block);
    std::vector<char> ahead(trial_block);
    const auto fill = [&](std::vector<char>& block) {
        std::size_t size = 0;
        while (size < trial_block) {
            const std::size_t got = source.read(block.data() + size, trial_block - size);
            if (got == 0) break;
            size += got;
        }
        return size;
    };
    std::size_t size = fill(now);
    for (;;) {
        const std::size_t next = size < trial_block ? 0 : fill(ahead);
        const std::string_view block{now.data() + std::min(skip, size), size - std::min(skip, size)};
        if (!use(block, next == 0) || next == 0) return;
        skip = 0;
        std::swap(now, ahead);
        size = next;
    }
}

/// Reads the source once as each of the encodings, each until it breaks; appends what became of them. Lines
/// of what is broken are not filled in.
void try_encodings(ByteSource& source, std::size_t skip, std::span<const Encoding> encodings,
                   std::vector<EncodingReading>& readings);

/// Reads the source once more as each of the readings and fills in what their texts are like; stops when a
/// million characters beyond ASCII were judged, unless `to_the_end`.
void judge_readings(ByteSource& source, std::size_t skip, std::span<EncodingReading*> readings,
                    bool to_the_end);

/// The line of an offset, 1-based.
std::uint64_t line_of_offset(ByteSource& source, std::uint64_t offset);

}  // namespace daicho
