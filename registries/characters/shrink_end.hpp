#pragma once

#include <string_view>

#include "grammars/characters/shrinking.hpp"

namespace daicho {

class Registry;
struct ShrinkOrigin;

/// Lets a candidate end in the target: `text`, which is in JIS X 0213, or what the National Tax Agency gives
/// for it. False where it has no end there; `missing` is set where the table that would know is not loaded.
bool end_at(const Registry& registry, std::string_view text, ShrinkTarget target, ShrinkCandidate& candidate,
            bool& missing);

/// Makes the verdict of the candidates that are marked as chosen.
void settle_chosen(UnitShrink& answer);

/// The policy `match_key`.
UnitShrink shrink_to_end(const Registry& registry, const ShrinkOrigin& origin, std::string_view unit,
                         ShrinkTarget target);

}  // namespace daicho
