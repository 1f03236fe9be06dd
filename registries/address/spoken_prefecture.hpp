#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "registries/address/index_view.hpp"

namespace daicho {

/// A prefecture that a text begins with and that is not written in its kanji: トウキョウ都港区, ﾄｳｷｮｳﾄ港区,
/// Tokyo都港区, 都内港区, 道内札幌市.
struct SpokenPrefecture {
    std::uint32_t prefecture = 0;
    std::size_t end = 0;  ///< bytes
    bool told = false;   ///< it is said to be one, 都 or 県; トウキョウ may as well begin another name
    bool vague = false;  ///< 都内, 道内
};

/// Nothing: no kanji follows, or what stands before them sounds like no prefecture.
std::optional<SpokenPrefecture> spoken_prefecture(const IndexView& index, std::string_view text);

}  // namespace daicho
