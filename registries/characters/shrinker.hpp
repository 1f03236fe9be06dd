#pragma once

#include <string_view>

#include "grammars/characters/shrinking.hpp"

namespace daicho {

class Registry;

/// What a unit of text may be written as, from the MJ shrink map and the table of the National Tax Agency in
/// `registry`: every candidate with its basis and the way to it, and what the policy makes of them. The way
/// is MJ+ -> MJ -> JIS X 0213 -> JIS X 0208, as far as the target asks for it.
///
/// `match_key` does not stop at what is in the target (澤 becomes 沢): it goes along JIS unification and the
/// notices of the family register until nothing leads on.
UnitShrink shrink_unit(const Registry& registry, std::string_view unit, ShrinkPolicy policy,
                       ShrinkTarget target);

}  // namespace daicho
