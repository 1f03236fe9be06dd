#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registries/characters/shrink_links.hpp"

namespace daicho {

class Registry;

/// Where the relations of a unit begin.
struct ShrinkOrigin {
    std::vector<ShrinkStep>
        before;  ///< the way from the unit to `unit`: a base that was imported, a selector dropped
    std::string unit;
    std::string mj;                 ///< its glyph; empty: it is not in MJ
    std::vector<ShrinkLink> links;  ///< of that glyph
    /// The glyph that was asked about is in MJ, has no relations, and is gone on from without its selector:
    /// the publisher gives no answer for it.
    bool beyond_map = false;
};

/// Follows a unit to a glyph that has relations, or to what has no way on.
ShrinkOrigin shrink_origin(const Registry& registry, std::string_view unit);

}  // namespace daicho
