#pragma once

#include <span>
#include <vector>

#include "grammars/formats/output_form.hpp"
#include "models/engine/binding.hpp"
#include "models/engine/model.hpp"
#include "models/engine/transform_plan.hpp"

namespace daicho {

/// The columns of a result as forms write them that can say more than text: nested as the model is, under its
/// labels or its English names, with numbers as numbers. `evidence` is that of the columns that they are made
/// of, or empty.
std::vector<OutputColumn> output_columns(const Model& model, std::span<const TargetColumn> columns,
                                         std::span<const ColumnEvidence> evidence, bool english_names);

}  // namespace daicho
