#pragma once

#include "models/revision/compared_model.hpp"
#include "models/revision/model_change.hpp"

namespace daicho {

/// What changes from `old` to `now`. Classes, items, codes and rules are those of the same name; an item that
/// has another name is found by the headers that it accepts. The first classes are compared whatever their
/// names where both sides are classes.
ModelChanges compare_models(const ComparedModel& old, const ComparedModel& now);

}  // namespace daicho
