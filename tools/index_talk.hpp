#pragma once

#include "registries/address/index_finder.hpp"
#include "tools/registry_options.hpp"
#include "tools/session.hpp"

namespace daicho {

/// Shows on `progress` how far an index of addresses is, and clears it in the end. Both must live longer.
IndexProgress index_progress(Progress& progress, const Session& session);

/// Says on standard error that an index is made, and how far it is. `session` must live longer.
IndexTalk index_talk(const Session& session);

}  // namespace daicho
