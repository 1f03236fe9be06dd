#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/formats/dialect.hpp"

namespace daicho {

/// Adds a finding (F006) for each cell of `parts` that has bytes which are no character.
void add_invalid_bytes(BatchParts& parts, const Dialect& dialect);

/// What is wrong with the structure of header and title rows, which are in no batch: broken bytes and quotes,
/// and controls above the header (those of the header itself are told with its name).
std::vector<Finding> preamble_findings(const RawText& preamble, const Dialect& dialect);

}  // namespace daicho
