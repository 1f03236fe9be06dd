#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

#include "tools/session.hpp"

namespace daicho {

/// Runs the program with `arguments` (its name left out): data to `out`, messages to `talk`. Catches
/// everything.
Exit run(std::span<const char* const> arguments, std::ostream& out, std::ostream& talk);

}  // namespace daicho
