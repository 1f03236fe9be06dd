#pragma once

#include "models/dataset/check_options.hpp"
#include "tools/options.hpp"

namespace daicho {

/// Declares what validate and transform share: --pattern, --as-of, --two-digit-year, --map, --set.
void add_check_options(CLI::App& app, CheckOptions& options, const Session& session);

}  // namespace daicho
