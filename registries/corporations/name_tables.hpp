#pragma once

#include <cstdint>

namespace daicho {

/// The search index of names is in the registry, in segments: the first has all corporations, the others
/// those whose rows an update has changed; what an older segment says of these no longer holds.
///
///   corporation_name_segment  id, how many documents of each space, and the numbers that it speaks of anew
///   corporation_name_block    documents in the order of their texts, 64 a block
///   corporation_name_posting  which documents have a bigram
///
/// The rows of the latter two are numbered by what they are of: a block by segment, space and place, a list
/// by segment, space and bigram.
namespace name_tables {

constexpr std::int64_t part(std::int64_t segment, std::int64_t space) {
    return segment * 2 + space;
}
constexpr std::int64_t block_id(std::int64_t part, std::int64_t block) {
    return part << 32 | block;
}
constexpr unsigned bits_of_bigram = 42;
constexpr std::int64_t posting_id(std::int64_t part, std::uint64_t bigram) {
    return part << bits_of_bigram | static_cast<std::int64_t>(bigram);
}

}  // namespace name_tables

}  // namespace daicho
