#pragma once

#include <span>
#include <string>
#include <vector>

#include "grammars/base/finding.hpp"
#include "grammars/formats/batch.hpp"
#include "grammars/values/value_type.hpp"

namespace daicho {

/// What tells that a table was laid out for the eye: tables side by side (S117), items that run downwards
/// (S118), cells that were merged (S116). Looks at the headers and at `first`, the first records. The
/// findings are of the table and view `headers`; their place is the caller's to fill in.
std::vector<Finding> layout_findings(std::span<const std::string> headers, const Batch& first,
                                     const Reading& reading);

/// Takes out of `findings` the headers that are used twice (S104) because tables stand side by side.
void leave_out_repeated_headers(std::vector<Finding>& findings, std::span<const Finding> layout);

}  // namespace daicho
