#pragma once

#include <optional>
#include <string_view>

#include "grammars/values/value_type.hpp"
#include "models/engine/model.hpp"
#include "models/engine/reference_data.hpp"
#include "models/engine/target_row.hpp"

namespace daicho {

/// Whether a town in a cell is that of a text: the same name in another spelling (鰯ケ島, 鰯ヶ島), or 大字 or
/// 字 left out.
bool is_same_town(std::string_view cell, std::string_view town);

/// The part of a whole that the record says otherwise in a cell of its own (丸亀市 beside an address in
/// 高松市); nothing where all cells agree with it. What a record says otherwise of one part is not to be
/// believed of the others.
std::optional<std::string_view> contradicted_part(const TargetRow& row, const TransformPlan& plan,
                                                  const SplitPlan& split, const Parts& parts,
                                                  const ReferenceData* reference);

}  // namespace daicho
