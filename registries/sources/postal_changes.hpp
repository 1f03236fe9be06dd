#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "registries/sources/postal_lines.hpp"

namespace daicho {

/// What tells a record of KEN_ALL from all others of its edition: municipality, postal code, town with its
/// brackets, and the town's kana, which alone tell 和坂 (かにがさか) from 和坂 (わさか). Rows are not unique
/// without the kana, nor municipality and town without the postal code.
inline constexpr std::array postal_key = {ken_all::lg_code, ken_all::postal_code, ken_all::town,
                                          ken_all::town_kana};

enum class PostalChangeKind : std::uint8_t {
    changed,  ///< municipality, postal code and town are the same: kana, flags or names of the place differ
    moved,    ///< municipality and town are the same, the postal code is another
    renamed,  ///< municipality and postal code are the same, the town is written otherwise
    ended,    ///< only in the older edition
    begun,    ///< only in the newer edition
};

/// A difference of two editions; the numbers are places in the lists that were compared.
struct PostalChange {
    PostalChangeKind kind = PostalChangeKind::changed;
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;
};

/// The records that are in one of two editions only, paired where they speak of the same place: first by
/// municipality, postal code and town, then by municipality and town, then by municipality and postal code. A
/// pair is made only of a record on either side that has no rival there; of several no one is guessed. Both
/// editions must be in one notation (`use_utf8_notation`). In the order of the older list, then of the newer.
std::vector<PostalChange> pair_postal_changes(const std::vector<PostalRecord>& older,
                                              const std::vector<PostalRecord>& newer);

}  // namespace daicho
