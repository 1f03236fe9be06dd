#pragma once

#include <cstddef>
#include <string>

#include "grammars/base/os.hpp"

namespace daicho {

/// The next `most` bytes of `source`; fewer where it ends before.
std::string take_bytes(ByteSource& source, std::size_t most);

}  // namespace daicho
