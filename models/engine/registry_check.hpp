#pragma once

#include "models/engine/inspection_plan.hpp"

namespace daicho {

/// Asks the reference data of `options`, which must be there, for the codes of a batch, a column at a time:
/// rules R400 and R401. Findings stay in order of record and column.
void check_code_registries(const InspectionPlan& plan, const FindingMaker& findings,
                           const InspectionOptions& options, const Batch& batch, Inspection& out);

}  // namespace daicho
