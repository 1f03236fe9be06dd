#pragma once

#include <span>

#include "grammars/base/embedded_file.hpp"

namespace daicho {

/// The .gifm files and their TSVs below `models/`, compiled in.
std::span<const EmbeddedFile> embedded_models();

}  // namespace daicho
