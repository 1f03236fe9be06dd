#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grammars/formats/output_form.hpp"
#include "models/engine/model_set.hpp"
#include "models/engine/transform_plan.hpp"

namespace daicho {

/// What forms that name the class of records say of them: its name, namespaces, context and required
/// patterns, and the codes of the columns that have labels. `columns` are those of `output_columns`, to which
/// the codes are added. `reference` finds the model: its name, or the path of its file.
OutputKind output_kind(ModelSet& models, const Model& model, std::string_view reference,
                       std::span<const TargetColumn> targets, bool english_names,
                       std::vector<OutputColumn>& columns);

}  // namespace daicho
