#pragma once

#include <string_view>

#include "tools/session.hpp"

namespace daicho {

/// Tells of variables that begin with DAICHO_ and that nothing reads: where `command` takes settings from the
/// environment of each, else of those alone that look like a slip of one that is read. Defined in tools/gate,
/// which knows what the settings are called.
void tell_unknown_variables(std::string_view command, const Session& session);

}  // namespace daicho
