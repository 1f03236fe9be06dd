#pragma once

#include <string>

#include "grammars/base/os_files.hpp"

namespace daicho {

/// Held by who makes or replaces the registry in the file `target`, from before it looks at what is there
/// until the new one is in place. Throws Error where another process holds it.
FileLock lock_registry(const std::string& target);

}  // namespace daicho
