#pragma once

#include "models/engine/corporation_search.hpp"
#include "models/engine/target_row.hpp"

namespace daicho {

/// Fills a corporate number that the source lacks where the register has one corporation of that name and
/// address; what is not filled is told with the reason.
void fill_corporate_number(const Inspector& inspector, const TransformPlan& targets,
                           const CorporationSearch& corporations, TargetRow& row, std::size_t target);

}  // namespace daicho
