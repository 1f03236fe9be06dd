#pragma once

#include <vector>

#include "models/engine/model.hpp"

namespace daicho {

/// Gives nested items the last part of their header as a name (`都道府県` for `住所_都道府県`): to the item
/// nearest to the top among those that have it, base items before extension items. Of two that are equally
/// near it names neither.
void name_by_last_parts(std::vector<Slot>& slots);

}  // namespace daicho
