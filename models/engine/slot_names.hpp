#pragma once

#include <vector>

#include "models/engine/model.hpp"

namespace daicho {

/// Gives nested items the last part of their header as a name (`都道府県` for `住所_都道府県`): to the item
/// nearest to the top among those that have it, base items before extension items. Of two that are equally
/// near it names neither.
void name_by_last_parts(std::vector<Slot>& slots);

/// Gives items the number that their source has for them as a name, alone (`1.2.1.4`) and before their label
/// (`1.2.1.4 都道府県`). An item of a class that is nested in several places goes by its headers there.
void name_by_numbers(std::vector<Slot>& slots);

}  // namespace daicho
