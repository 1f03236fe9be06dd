#pragma once

#include <span>

#include "grammars/base/embedded_file.hpp"

namespace daicho {

/// The .gifm files and their TSVs below `models/`, compiled in.
std::span<const EmbeddedFile> embedded_models();

/// What `make_model_index` makes of them: one file.
std::span<const EmbeddedFile> embedded_model_index();

}  // namespace daicho
