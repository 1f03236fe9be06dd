#pragma once

#include "models/engine/inspector.hpp"
#include "tools/options.hpp"

namespace daicho {

/// Declares what validate and transform share: --pattern, --as-of, --two-digit-year.
void add_reading_options(CLI::App& app, InspectionOptions& options, const Session& session);

}  // namespace daicho
