#pragma once

#include <span>
#include <string_view>

#include "grammars/base/embedded_file.hpp"

namespace daicho {

/// The .gifm files and their TSVs below `models/`, compiled in.
std::span<const EmbeddedFile> embedded_models();

/// The text of one of them; empty where none has that path.
std::string_view embedded_model_text(std::string_view path);

/// What `make_model_index` makes of them: one file.
std::span<const EmbeddedFile> embedded_model_index();

}  // namespace daicho
