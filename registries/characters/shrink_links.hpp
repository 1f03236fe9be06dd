#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "grammars/characters/shrinking.hpp"

namespace daicho {

class Registry;

/// A relation of the MJ shrink map: what a glyph may be written as in JIS X 0213.
struct ShrinkLink {
    std::string to;  ///< one code point, in UTF-8
    ShrinkBasis basis = ShrinkBasis::jis_unification;
    unsigned rank = 0;
    unsigned hops = 0;

    auto operator<=>(const ShrinkLink&) const = default;
};

/// The relations of a glyph, the best basis first: as the map is published, or as a table that was made from
/// it.
std::vector<ShrinkLink> shrink_links(const Registry& registry, std::string_view mj);
bool has_shrink_links(const Registry& registry);

/// What the table of the National Tax Agency gives for a character of JIS X 0213: itself, one to four
/// characters of JIS X 0208, or, empty, nothing.
std::string tax_target(const Registry& registry, std::string_view unit);

}  // namespace daicho
